using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using EndToEnd.Tests.Cloud;
using EndToEnd.Tests.Provider;

namespace EndToEnd.Tests.Images;

/// <summary>
/// Docker's registry on a network outside of the machines, over TLS: at one address the private one, which wants a login; at another the
/// public ones, under their names. Both have the same content.
/// </summary>
internal sealed class Registry : IDisposable
{
    /// <summary>Server of the private registry.</summary>
    public const string Private = "registry.gitlab.com";

    private const string PrivateAddress = "192.0.2.20";
    private const string PublicAddress = "192.0.2.21";
    private const string DockerHub = "registry-1.docker.io";

    private static readonly string[] Public = [DockerHub, "ghcr.io", "quay.io"];

    private readonly string _folder;
    private readonly HttpClient _client;

    private Registry(string folder, HttpClient client) => (_folder, _client) = (folder, client);

    /// <summary>Lines of a hosts file for the names of the registries.</summary>
    public static string Hosts { get; } = $"{PrivateAddress} {Private}\n{PublicAddress} {string.Join(' ', Public)}\n";

    /// <summary>Starts it.</summary>
    /// <param name="cloud">Where.</param>
    /// <param name="authority">Signs its certificate.</param>
    /// <param name="isNew">Whether it does not run yet.</param>
    public static async Task<Registry> StartAsync(LoopbackCloud cloud, LocalAuthority authority, bool isNew)
    {
        var folder = Directory.CreateDirectory($"{cloud.Folder}/registry").FullName;
        var client = NamespaceSockets.Client(cloud.NamespacePath("registry"), IPAddress.Parse(PublicAddress), TimeSpan.FromMinutes(1), authority.Certificate);
        client.BaseAddress = new($"https://{DockerHub}/v2/");
        var registry = new Registry(folder, client);
        if (isNew)
            await registry.LaunchAsync(cloud, authority);
        await Patience.UntilAsync("the registry answers", TimeSpan.FromMinutes(1), registry.AnswersAsync);
        return registry;
    }

    /// <summary>Lets these log in, and nobody else.</summary>
    public async Task AdmitAsync(IReadOnlyList<(string User, string Token)> logins)
    {
        var lines = new List<string>();
        foreach (var (user, token) in logins)
        {
            var line = await Tool.RunAsync("htpasswd", ["-niB", user], Path.GetTempPath(), token);
            lines.Add(line.Output.Trim());
        }

        await File.WriteAllLinesAsync($"{_folder}/users.new", lines);
        File.Move($"{_folder}/users.new", $"{_folder}/users", overwrite: true);
    }

    /// <summary>Uploads a blob.</summary>
    public async Task<string> UploadAsync(string repository, Stream content)
    {
        var digest = $"sha256:{Convert.ToHexStringLower(await SHA256.HashDataAsync(content))}";
        content.Position = 0;
        using var begun = await _client.PostAsync(new Uri($"{repository}/blobs/uploads/", UriKind.Relative), null);
        var location = begun.EnsureSuccessStatusCode().Headers.Location!.ToString();
        using var body = new StreamContent(content);
        body.Headers.ContentType = new("application/octet-stream");
        using var done = await _client.PutAsync(new Uri($"{location}{(location.Contains('?') ? '&' : '?')}digest={digest}"), body);
        done.EnsureSuccessStatusCode();
        return digest;
    }

    /// <summary>Lets a repository have a blob that another one has.</summary>
    public async Task MountAsync(string repository, string digest, string from)
    {
        using var done = await _client.PostAsync(new Uri($"{repository}/blobs/uploads/?mount={digest}&from={from}", UriKind.Relative), null);
        done.EnsureSuccessStatusCode();
    }

    /// <summary>Names an image.</summary>
    public async Task TagAsync(string repository, string tag, string manifest, string mediaType)
    {
        using var body = new StringContent(manifest, new MediaTypeHeaderValue(mediaType));
        using var done = await _client.PutAsync(new Uri($"{repository}/manifests/{tag}", UriKind.Relative), body);
        done.EnsureSuccessStatusCode();
    }

    public void Dispose() => _client.Dispose();

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri("", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task LaunchAsync(LoopbackCloud cloud, LocalAuthority authority)
    {
        var (certificate, key) = authority.Issue([Private, .. Public]);
        await File.WriteAllTextAsync($"{_folder}/certificate.pem", certificate);
        await File.WriteAllTextAsync($"{_folder}/key.pem", key);
        await cloud.RunAsync("registry", "ip", "address", "add", $"{PublicAddress}/28", "dev", "eth0");
        await AdmitAsync([]);
        foreach (var (name, address, login) in new[] { ("private", PrivateAddress, $"auth: {{ htpasswd: {{ realm: registry, path: {_folder}/users }} }}"), ("public", PublicAddress, "") })
        {
            await File.WriteAllTextAsync($"{_folder}/{name}.yml", $$"""
                version: 0.1
                log: {level: warn}
                storage: { filesystem: { rootdirectory: {{_folder}}/content } }
                http: { addr: "{{address}}:443", secret: not-one, tls: { certificate: {{_folder}}/certificate.pem, key: {{_folder}}/key.pem } }
                {{login}}

                """);
            cloud.Launch("registry", $"{_folder}/{name}.log", "docker-registry", "serve", $"{_folder}/{name}.yml");
        }
    }
}
