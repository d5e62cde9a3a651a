using System.Diagnostics;
using Google.Protobuf;
using Pulumi.Protocol;

namespace Protocol.Tests.GrpcGo;

/// <summary>An etcd of the tests' own: its server is grpc-go, the one that Pulumi's engine is built on.</summary>
internal sealed class Etcd : IAsyncDisposable
{
    public static readonly GrpcMethod<RangeRequest, RangeResponse> Range = new("etcdserverpb.KV", "Range", RangeRequest.Parser, RangeResponse.Parser);

    public static readonly GrpcMethod<PutRequest, PutResponse> Put = new("etcdserverpb.KV", "Put", PutRequest.Parser, PutResponse.Parser);

    public static readonly GrpcMethod<HealthCheckRequest, HealthCheckResponse> Check =
        new("grpc.health.v1.Health", "Check", HealthCheckRequest.Parser, HealthCheckResponse.Parser);

    private const string AnyPort = "http://127.0.0.1:0";
    private const string Serving = "serving insecure client requests on ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("etcd-");
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private Etcd(string[] options)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("etcd", [
                "--data-dir", _data.FullName, "--initial-cluster", $"default={AnyPort}",
                "--listen-client-urls", AnyPort, "--advertise-client-urls", AnyPort,
                "--listen-peer-urls", AnyPort, "--initial-advertise-peer-urls", AnyPort,
                .. options,
            ])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            },
            EnableRaisingEvents = true,
        };
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"etcd ended with {_process.ExitCode}"));
    }

    public GrpcChannel Channel { get; private set; } = null!;

    public static async Task<Etcd> StartAsync(params string[] options)
    {
        var etcd = new Etcd(options);
        etcd._process.Start();
        etcd._process.BeginErrorReadLine();
        etcd.Channel = new GrpcChannel(await etcd._address.Task.WaitAsync(Patience));
        return etcd;
    }

    public Task<TResponse> CallAsync<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, TRequest request)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> => Channel.CallAsync(method, request).WaitAsync(Patience);

    /// <summary>Asks it to end, as an operator would.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private void Read(string? line)
    {
        var at = line?.IndexOf(Serving, StringComparison.Ordinal) ?? -1;
        if (at >= 0)
            _address.TrySetResult(line![(at + Serving.Length)..].Split(',')[0]);
    }
}
