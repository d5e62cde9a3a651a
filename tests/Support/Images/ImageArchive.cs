using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Tests.Support.Images;

/// <summary>Images as <c>docker load</c> reads them (https://docs.docker.com/reference/api/engine/version/v1.41/#operation/ImageGet), for an engine that has no registry.</summary>
internal static class ImageArchive
{
    /// <summary>Gathers the images and writes the archive.</summary>
    /// <param name="folder">An empty folder to work in.</param>
    /// <param name="images">The images with their tags.</param>
    /// <returns>Path of the archive.</returns>
    public static async Task<string> WriteAsync(string folder, IEnumerable<string> images)
    {
        var layer = await ImageFiles.GatherAsync(folder);
        var digest = $"sha256:{await DigestAsync(layer)}";
        var manifest = new JsonArray();
        foreach (var (index, image) in images.Index())
        {
            await File.WriteAllTextAsync($"{folder}/{index}.json", ImageFiles.Config(image, digest).ToJsonString());
            manifest.Add(new JsonObject { ["Config"] = $"{index}.json", ["RepoTags"] = new JsonArray(image), ["Layers"] = new JsonArray(Path.GetFileName(layer)) });
        }

        await File.WriteAllTextAsync($"{folder}/manifest.json", manifest.ToJsonString());
        var archive = $"{folder}/images.tar";
        await Tool.AcceptAsync(
            "tar", "", ["--create", "--file", archive, "--directory", folder, "manifest.json", Path.GetFileName(layer), .. manifest.Select(each => $"{each!["Config"]}")]);
        File.Delete(layer);
        return archive;
    }

    private static async Task<string> DigestAsync(string file)
    {
        await using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
    }
}
