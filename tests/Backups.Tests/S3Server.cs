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

    private S3Server(string folder) => _folder = folder;

    /// <summary>Certificate that its clients must trust.</summary>
    public string CertificatePath => $"{_folder}/server.crt";

    public string Objects => $"{_folder}/objects/backups";

    public string Repository(string path) => $"s3:https://127.0.0.1:{_port}/backups/{path}";

    public static async Task<S3Server> StartAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var server = new S3Server(folder);
        server.WriteCertificate();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it, again after <see cref="Kill"/>, on the same port with the same objects.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(Tool.Find("node")!,
        [
            Infra.Tests.Repository.PathOf("tests", "Storage", "node_modules", "s3rver", "bin", "s3rver.js"), "--silent", "--directory", $"{_folder}/objects",
            "--address", "127.0.0.1", "--port", $"{_port}", "--key", $"{_folder}/server.key", "--cert", CertificatePath,
            "--configure-bucket", "backups", "--no-vhost-buckets",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        for (var tries = 0; ; tries++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, _port);
                return;
            }
            catch (SocketException) when (tries < 300 && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

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
