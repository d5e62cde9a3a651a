using System.Text.Json.Nodes;

namespace Tests.Support.Images;

/// <summary>
/// Images under the names that the program gives them. All have one file system, gathered from this system's packages
/// (<c>gather-root</c>), and differ in what they start.
/// </summary>
internal static class ImageFiles
{
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
        ["crystallang/crystal"] = ("", []),
    };

    /// <summary>Path of the layer in the folder of <see cref="GatherAsync"/>.</summary>
    public static string LayerIn(string folder) => $"{folder}/image.tar";

    /// <summary>Gathers the file system and writes it as the one layer of all images.</summary>
    /// <param name="folder">An empty folder to work in.</param>
    /// <returns>Path of the layer, a tar archive.</returns>
    public static async Task<string> GatherAsync(string folder)
    {
        var (root, layer) = ($"{folder}/image", LayerIn(folder));
        var sources = Path.Combine(AppContext.BaseDirectory, "Images");
        await Tool.AcceptAsync("bash", "", $"{sources}/gather-root", root, $"{sources}/files");
        await Tool.AcceptAsync("tar", "", "--create", "--file", layer, "--directory", root, "--sort=name", ".");
        Directory.Delete(root, recursive: true);
        return layer;
    }

    /// <summary>Repository and tag of an image, without the server that it is on.</summary>
    public static (string Repository, string Tag) Parse(string image)
    {
        var (name, tag) = (image[..image.LastIndexOf(':')], image[(image.LastIndexOf(':') + 1)..]);
        var parts = name.Split('/');
        return (parts[0].Contains('.') ? string.Join('/', parts[1..]) : parts.Length == 1 ? $"library/{name}" : name, tag);
    }

    /// <summary>The configuration of an image. A tag that begins with "bad" is a broken release.</summary>
    /// <param name="image">The image with its tag.</param>
    /// <param name="layer">Digest of the layer.</param>
    /// <exception cref="InvalidOperationException">There is no program for it.</exception>
    public static JsonObject Config(string image, string layer)
    {
        var (repository, tag) = Parse(image);
        var (user, start) = Programs.TryGetValue(repository, out var found) ? found : throw new InvalidOperationException($"nothing stands for the image {image}");
        return new()
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
    }

    /// <summary>A page that says that all is well; it stands for the image.</summary>
    private static string[] Page(int port) => ["/bin/sh", "-c", $"exec httpd -f -p {port} -h /page", "stand-in"];
}
