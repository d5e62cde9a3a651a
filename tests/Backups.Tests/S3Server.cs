using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tests.Support;

namespace Backups.Tests;

/// <summary>s3rver (https://github.com/jamhall/s3rver) over TLS on loopback, with objects as files below its folder.</summary>
internal sealed class S3Server : IDisposable
{
    /// <summary>Id and secret of the one access key that it knows.</summary>
    public const string AccessKey = "S3RVER";

    private readonly string _folder;
    private readonly int _port = FreePort();
    private Process? _process;

    private readonly string _network;

    private S3Server(string folder, string network) => (_folder, _network) = (folder, network);

    /// <summary>Certificate that its clients must trust.</summary>
    public string CertificatePath => $"{_folder}/server.crt";

    public string Objects => $"{_folder}/objects/backups";

    public string Repository(string path) => $"s3:https://127.0.0.1:{_port}/backups/{path}";

    /// <summary>Starts a server.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="network">The network on whose loopback it is; this machine's unless another is named.</param>
    public static async Task<S3Server> StartAsync(string folder, string network = "/proc/self/ns/net")
    {
        Directory.CreateDirectory(folder);
        var server = new S3Server(folder, network);
        server.WriteCertificate();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it, again after <see cref="Kill"/>, on the same port with the same objects.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo("nsenter",
        [
            $"--net={_network}", Tool.Find("node")!, Infra.Tests.Repository.PathOf("tests", "Storage", "node_modules", "s3rver", "bin", "s3rver.js"), "--silent", "--directory", $"{_folder}/objects",
            "--address", "127.0.0.1", "--port", $"{_port}", "--key", $"{_folder}/server.key", "--cert", CertificatePath,
            "--configure-bucket", "backups", "--no-vhost-buckets",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        for (var tries = 0; !Listens(); tries++)
        {
            Assert.True(tries < 600 && !_process.HasExited, "s3rver does not listen");
            await Task.Delay(100);
        }
    }

    /// <summary>State 0A in its network's table is a listening socket: proc(5), /proc/net/tcp.</summary>
    private bool Listens() => File.ReadLines($"/proc/{_process!.Id}/net/tcp").Any(line => line.Contains($":{_port:X4} 00000000:0000 0A", StringComparison.Ordinal));

    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    /// <summary>Answers nobody until <see cref="ResumeAsync"/>.</summary>
    public Task PauseAsync() => Tool.AcceptAsync("kill", "", "-STOP", $"{_process!.Id}");

    public Task ResumeAsync() => Tool.AcceptAsync("kill", "", "-CONT", $"{_process!.Id}");

    public void Dispose()
    {
        if (_process is { HasExited: false })
            Kill();
        _process?.Dispose();
    }

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        File.WriteAllText($"{_folder}/server.key", key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
