using System.Text;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Cloud;
using Tests.Support;

namespace EndToEnd.Tests.Images;

/// <summary>
/// Every image under the name that the program gives it, in the registry of that name. All have one file system, gathered from this system's
/// packages (<c>gather-root</c>), and differ in what they start.
/// </summary>
internal sealed class ImageStore : IDisposable
{
    private const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";

    private const string Base = "library/base";

    /// <summary>What an image starts, by its repository. Those marked so stand for a program that no package has.</summary>
    private static readonly Dictionary<string, (string User, string[] Start)> Programs = new()
    {
        ["library/postgres"] = ("", ["postgres-entry"]),
        ["prom/prometheus"] = ("nobody", ["prometheus"]),
        ["prom/alertmanager"] = ("nobody", ["prometheus-alertmanager"]),
        ["prom/node-exporter"] = ("nobody", ["prometheus-node-exporter"]),
        ["prom/blackbox-exporter"] = ("", ["prometheus-blackbox-exporter"]),
        ["prometheuscommunity/postgres-exporter"] = ("nobody", ["prometheus-postgres-exporter"]),
        ["alpine/socat"] = ("", ["socat"]),
        // A stand-in around the real HAProxy.
        ["tecnativa/docker-socket-proxy"] = ("", ["socket-proxy-entry"]),
        // Stand-ins.
        ["library/traefik"] = ("", ["traefik"]),
        ["hasura/graphql-engine"] = ("", []),
        ["grafana/grafana"] = ("472", Page(3000)),
        ["google/cadvisor"] = ("", Page(8080)),
        ["acme/shop/lucky"] = ("", []),
    };

    private readonly Registry _registry;
    private readonly string _layer;
    private readonly long _size;
    private readonly SemaphoreSlim _one = new(1);
    private readonly HashSet<string> _published = [];

    private ImageStore(Registry registry, string layer, long size) => (_registry, _layer, _size) = (registry, layer, size);

    /// <summary>Gathers the file system, unless this cloud has it.</summary>
    public static async Task<ImageStore> GatherAsync(LoopbackCloud cloud, Registry registry)
    {
        var (root, layer, known) = ($"{cloud.Folder}/image", $"{cloud.Folder}/image.tar", $"{cloud.Folder}/image.digest");
        if (File.Exists(known))
            return new(registry, await File.ReadAllTextAsync(known), new FileInfo(layer).Length);
        var files = Path.Combine(AppContext.BaseDirectory, "Images", "files");
        await Tool.AcceptAsync("bash", "", $"{files}/gather-root", root, files);
        await Tool.AcceptAsync("tar", "", "--create", "--file", layer, "--directory", root, "--sort=name", ".");
        Directory.Delete(root, recursive: true);
        await using var content = File.OpenRead(layer);
        var digest = await registry.UploadAsync(Base, content);
        await File.WriteAllTextAsync(known, digest);
        return new(registry, digest, new FileInfo(layer).Length);
    }

    /// <summary>Makes sure that an image is in its registry, as somebody who released it would. A tag that begins with "bad" is a broken release.</summary>
    public async Task PublishAsync(string image)
    {
        await _one.WaitAsync();
        try
        {
            if (_published.Add(image))
                await BuildAsync(image);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task BuildAsync(string image)
    {
        var (name, tag) = (image[..image.LastIndexOf(':')], image[(image.LastIndexOf(':') + 1)..]);
        var parts = name.Split('/');
        var repository = parts[0].Contains('.') ? string.Join('/', parts[1..]) : parts.Length == 1 ? $"library/{name}" : name;
        var program = Programs.TryGetValue(repository, out var found) ? found : throw new InvalidOperationException($"nothing stands for the image {image}");

        await _registry.MountAsync(repository, _layer, Base);
        var config = Encoding.UTF8.GetBytes(Config(program.User, program.Start, tag, _layer).ToJsonString());
        using var memory = new MemoryStream(config);
        var digest = await _registry.UploadAsync(repository, memory);
        await _registry.TagAsync(repository, tag, new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = ManifestType,
            ["config"] = new JsonObject { ["mediaType"] = "application/vnd.docker.container.image.v1+json", ["size"] = config.Length, ["digest"] = digest },
            ["layers"] = new JsonArray(new JsonObject { ["mediaType"] = "application/vnd.docker.image.rootfs.diff.tar.gzip", ["size"] = _size, ["digest"] = _layer }),
        }.ToJsonString(), ManifestType);
    }

    private static JsonObject Config(string user, string[] start, string tag, string layer) => new()
    {
        ["architecture"] = "amd64",
        ["os"] = "linux",
        ["config"] = new JsonObject
        {
            ["User"] = user,
            ["WorkingDir"] = "/usr/local/bin",
            ["Env"] = new JsonArray(
                "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "PYTHONDONTWRITEBYTECODE=1", "PYTHONWARNINGS=ignore",
                $"RELEASE={tag}", $"BROKEN={(tag.StartsWith("bad", StringComparison.Ordinal) ? "yes" : "no")}"),
            ["Entrypoint"] = new JsonArray([.. start.Select(word => JsonValue.Create(word))]),
        },
        ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(layer) },
    };

    /// <summary>A page that says that all is well; it stands for the image.</summary>
    private static string[] Page(int port) => ["/bin/sh", "-c", $"exec httpd -f -p {port} -h /page", "stand-in"];
}
