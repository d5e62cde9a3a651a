using System.Text;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Cloud;
using Tests.Support.Images;

namespace EndToEnd.Tests.Images;

/// <summary>Every image under the name that the program gives it, in the registry of that name.</summary>
internal sealed class ImageStore : IDisposable
{
    private const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";

    private const string Base = "library/base";

    private readonly Registry _registry;
    private readonly string _layer;
    private readonly long _size;
    private readonly SemaphoreSlim _one = new(1);
    private readonly HashSet<string> _published = [];

    private ImageStore(Registry registry, string layer, long size) => (_registry, _layer, _size) = (registry, layer, size);

    /// <summary>Gathers the file system, unless this cloud has it.</summary>
    public static async Task<ImageStore> GatherAsync(LoopbackCloud cloud, Registry registry)
    {
        var known = $"{cloud.Folder}/image.digest";
        if (File.Exists(known))
            return new(registry, await File.ReadAllTextAsync(known), new FileInfo(ImageFiles.LayerIn(cloud.Folder)).Length);
        var layer = await ImageFiles.GatherAsync(cloud.Folder);
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
        var (repository, tag) = ImageFiles.Parse(image);
        var config = Encoding.UTF8.GetBytes(ImageFiles.Config(image, _layer).ToJsonString());
        await _registry.MountAsync(repository, _layer, Base);
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
}
