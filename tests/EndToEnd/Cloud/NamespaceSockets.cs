using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EndToEnd.Tests.Cloud;

/// <summary>Sockets in another network namespace: a socket stays in the one that its thread was in when it was made (setns(2)).</summary>
internal static partial class NamespaceSockets
{
    private const int NetworkNamespace = 0x40000000;

    /// <summary>Makes a stream socket.</summary>
    /// <param name="path">Path of the namespace.</param>
    public static Socket Tcp(string path) => Enter(path, () => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });

    /// <summary>Makes a datagram socket.</summary>
    /// <param name="path">Path of the namespace.</param>
    public static Socket Udp(string path) => Enter(path, () => new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));

    /// <summary>Makes a socket that is given a copy of every UDP datagram for the namespace's addresses, with its headers.</summary>
    /// <param name="path">Path of the namespace.</param>
    public static Socket Datagrams(string path) => Enter(path, () => new(AddressFamily.InterNetwork, SocketType.Raw, ProtocolType.Udp) { ReceiveBufferSize = 8 << 20 });

    /// <summary>A client whose every connection comes from the namespace, to one address whatever the URL's host.</summary>
    public static HttpClient Client(string path, IPAddress address, TimeSpan timeout, System.Security.Cryptography.X509Certificates.X509Certificate2 authority)
    {
        var trust = new System.Security.Cryptography.X509Certificates.X509ChainPolicy
        {
            TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust,
            RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck,
        };
        trust.CustomTrustStore.Add(authority);
        var handler = new SocketsHttpHandler
        {
            SslOptions = new() { CertificateChainPolicy = trust },
            PooledConnectionLifetime = TimeSpan.FromSeconds(5),
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = Tcp(path);
                try
                {
                    await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        return new(handler) { Timeout = timeout };
    }

    private static Socket Enter(string path, Func<Socket> make)
    {
        Socket? made = null;
        var error = 0;
        using var handle = File.OpenHandle(path);
        // A thread of its own: it ends in the other namespace, so nothing else may run on it.
        var thread = new Thread(() =>
        {
            if (SetNamespace(handle, NetworkNamespace) == 0)
                made = make();
            else
                error = Marshal.GetLastPInvokeError();
        });
        thread.Start();
        thread.Join();
        return made ?? throw new Win32Exception(error);
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNamespace(SafeFileHandle handle, int type);
}
