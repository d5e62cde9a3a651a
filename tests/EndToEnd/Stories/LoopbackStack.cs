using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Cloud;
using EndToEnd.Tests.Docker;
using EndToEnd.Tests.Images;
using EndToEnd.Tests.Provider;
using Preview;
using Preview.Programs;
using Preview.Settings;

namespace EndToEnd.Tests.Stories;

/// <summary>The production stack on the loopback cloud: what <c>pulumi up</c> does, again and again, with what is set in between.</summary>
internal sealed class LoopbackStack : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private readonly LocalAuthority _authority;
    private readonly ReplacedBy _replacedBy = ReplacedBy.Load(Path.Combine(Repository, "sdks"));
    private Dictionary<string, ResourceKind> _kinds = [];
    private ProgramCommand? _program;
    private ImageStore? _images;

    private LoopbackStack(LoopbackCloud cloud) => (Cloud, _authority) = (cloud, LocalAuthority.In(cloud.Folder));

    /// <summary>Where it is.</summary>
    public LoopbackCloud Cloud { get; }

    /// <summary>The machines and what belongs to them.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>Where the images are.</summary>
    public Registry Registry { get; private set; } = null!;

    /// <summary>Content of DNS records by name.</summary>
    public Dictionary<string, string> Records { get; } = [];

    /// <summary>The settings that differ from the stack file.</summary>
    public Dictionary<string, ConfigValue> Settings { get; } = new()
    {
        ["lhd:registryToken"] = new("glpat-first", IsSecret: true),
        ["lhd:sendGridKey"] = new("SG.not-a-key", IsSecret: true),
    };

    /// <summary>The authority that signs every certificate.</summary>
    public LocalAuthority Authority => _authority;

    /// <summary>What is known of the stack.</summary>
    public StackState State => new($"{Cloud.Folder}/state.json");

    internal static string Repository { get; } = RootOf(AppContext.BaseDirectory);

    private string Agent => $"{Cloud.Folder}/agent";

    /// <summary>Everything but the stack itself: cloud, registry, images, the operator's key.</summary>
    /// <param name="keep">Whether to take the kept cloud, with what is on it, instead of a new one.</param>
    public static async Task<LoopbackStack> PrepareAsync(bool keep)
    {
        var cloud = keep ? await LoopbackCloud.KeptAsync() : await LoopbackCloud.StartAsync();
        var stack = new LoopbackStack(cloud);
        try
        {
            await stack.PrepareInsideAsync();
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the program and brings about what it declares.</summary>
    /// <param name="ending">Called with the name of what has been brought about, before the state knows of it.</param>
    /// <param name="cancellation">Kills the program and everything that it has under way.</param>
    /// <param name="replace">Name of a resource to replace, as <c>pulumi up --replace</c> does.</param>
    public async Task<UpResult> UpAsync(string replace = "", Action<string>? ending = null, CancellationToken cancellation = default)
    {
        var project = ProjectFile.Load(Repository);
        var file = StackFile.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Pulumi.production.yaml"), cancellation), "Pulumi.production.yaml", "production", project.Name);
        var config = StackConfig.Resolve(project, file);
        config = config with { Values = config.Values.Concat(Settings).GroupBy(each => each.Key).ToDictionary(each => each.Key, each => each.Last().Value) };
        // The application's pipeline has built and pushed the release before it is deployed.
        await _images!.PublishAsync($"{config.Values["lhd:luckyImage"].Text}:{config.Values["lhd:release"].Text}");
        _program ??= await DotnetProgram.PrepareAsync(project, skipBuild: true, cancellation);
        var answers = new LoopbackAnswers(State, _kinds, _replacedBy) { Ending = ending ?? (_ => { }), Replace = replace };
        var output = new List<string>();
        var began = TimeProvider.System.GetTimestamp();
        var (exit, plan) = await new EngineRun(project, file, config, answers).RunAsync(_program, new(output.Add, Limit), cancellation);
        var errors = plan.Diagnostics.Where(each => each.Severity >= Preview.Planning.Severity.Error).Select(each => each.Message).ToList();
        if (exit.IsSuccess && errors.Count == 0)
            await answers.DeleteUndeclaredAsync(cancellation);
        return new(exit.IsSuccess && errors.Count == 0, answers.Operations, [.. errors, .. exit.IsSuccess ? [] : output], TimeProvider.System.GetElapsedTime(began));
    }

    /// <summary>A client of the public address, from one of the outside networks.</summary>
    public HttpClient Client(string network, TimeSpan patience) =>
        NamespaceSockets.Client(Cloud.NamespacePath(network), IPAddress.Parse(PublicAddress), patience, _authority.Certificate);

    /// <summary>The address that the public names lead to, by the DNS records.</summary>
    public string PublicAddress => Records[Records["api.example.com"]];

    /// <summary>The engine of the first manager, reached as the docker provider reaches it.</summary>
    public EngineApi OpenEngine() => Open(State.All.Single(each => each.Type == "pulumi:providers:docker").Inputs);

    public async ValueTask DisposeAsync()
    {
        _images?.Dispose();
        Account?.Dispose();
        Registry?.Dispose();
        await Cloud.DisposeAsync();
        _authority.Dispose();
    }

    private static string RootOf(string folder) =>
        File.Exists(Path.Combine(folder, "Pulumi.yaml")) ? folder : RootOf(Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new DirectoryNotFoundException("Pulumi.yaml"));

    private EngineApi Open(JsonObject provider) => new(Cloud, provider, Agent);

    private async Task PrepareInsideAsync()
    {
        var key = $"{Cloud.Folder}/operator";
        var isNew = !File.Exists($"{Cloud.Folder}/ready");
        Registry = await Registry.StartAsync(Cloud, _authority, isNew);
        await Registry.AdmitAsync([("gitlab+deploy-token-2", "glpat-first")]);
        _images = await ImageStore.GatherAsync(Cloud, Registry);
        if (isNew)
        {
            await Tool.AcceptAsync("ssh-keygen", "", "-q", "-t", "ed25519", "-N", "", "-C", "operator", "-f", key);
            Cloud.Launch(null, $"{Cloud.Folder}/agent.log", "ssh-agent", "-D", "-a", Agent);
            await Patience.UntilAsync("the ssh-agent listens", TimeSpan.FromSeconds(30), () => Task.FromResult(File.Exists(Agent)));
            await Tool.AcceptAsync("env", "", $"SSH_AUTH_SOCK={Agent}", "ssh-add", "-q", key);
        }

        Settings["lhd:sshPublicKeys"] = new(new JsonArray((await File.ReadAllTextAsync($"{key}.pub")).Trim()).ToJsonString(), IsStructured: true);

        var authorities = await File.ReadAllTextAsync("/etc/ssl/certs/ca-certificates.crt");
        Account = new(Cloud, new Dictionary<string, string>
        {
            // Nothing listens there, so that a name which is not in the hosts file fails at once.
            ["/etc/resolv.conf"] = "nameserver 198.18.0.1\n",
            ["/etc/hosts"] = $"127.0.0.1 localhost\n{Registry.Hosts}",
            ["/etc/ssl/certs/ca-certificates.crt"] = $"{authorities}{_authority.Certificate.ExportCertificatePem()}\n",
        });
        _kinds = Kinds(_images);
        foreach (var known in State.All)
            _kinds[known.Type].Recall(known.Existing, known.Asked);
        await File.WriteAllTextAsync($"{Cloud.Folder}/ready", "");
    }

    private Dictionary<string, ResourceKind> Kinds(ImageStore images) => new()
    {
        ["pulumi:providers:docker"] = new(),
        ["random:index/randomPassword:RandomPassword"] = new RandomText(),
        ["random:index/randomString:RandomString"] = new RandomText(),
        ["random:index/randomId:RandomId"] = new RandomId(),
        ["tls:index/privateKey:PrivateKey"] = new TlsPrivateKey(Cloud.Folder),
        ["tls:index/certRequest:CertRequest"] = new TlsCertRequest(),
        ["cloudflare:index/originCaCertificate:OriginCaCertificate"] = new OriginCaCertificate(_authority),
        ["cloudflare:index/dnsRecord:DnsRecord"] = new DnsRecord(Records),
        ["cloudflare:index/zoneSetting:ZoneSetting"] = new(),
        ["digitalocean:index/sshKey:SshKey"] = new(),
        ["digitalocean:index/tag:Tag"] = new(),
        ["digitalocean:index/project:Project"] = new(),
        ["digitalocean:index/vpc:Vpc"] = new Vpc(Account),
        ["digitalocean:index/firewall:Firewall"] = new CloudFirewall(Account),
        ["digitalocean:index/droplet:Droplet"] = new Droplet(Account),
        ["digitalocean:index/volume:Volume"] = new Volume(Account),
        ["digitalocean:index/volumeAttachment:VolumeAttachment"] = new VolumeAttachment(Account),
        ["digitalocean:index/reservedIp:ReservedIp"] = new ReservedIp(),
        ["digitalocean:index/reservedIpAssignment:ReservedIpAssignment"] = new ReservedIpAssignment(Account),
        ["command:remote:Command"] = new RemoteCommand(Cloud),
        ["docker:index/network:Network"] = new SwarmNetwork(Open),
        ["docker:index/secret:Secret"] = SwarmFile.Secret(Open),
        ["docker:index/serviceConfig:ServiceConfig"] = SwarmFile.Config(Open),
        ["docker:index/service:Service"] = new SwarmService(Open, images.PublishAsync),
    };
}

/// <summary>How a run ended.</summary>
/// <param name="IsSuccess">Whether all is as declared.</param>
/// <param name="Operations">What was done.</param>
/// <param name="Messages">Errors, and what the program printed when it failed.</param>
/// <param name="Took">How long it took.</param>
internal sealed record UpResult(bool IsSuccess, IReadOnlyList<Operation> Operations, IReadOnlyList<string> Messages, TimeSpan Took);
