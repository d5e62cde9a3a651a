using System.Collections.Immutable;
using Infra.Settings;
using Pulumi;

namespace Stacks;

/// <summary>An environment: its settings, the platform they describe, and what people need to know of it afterwards.</summary>
public abstract class EnvironmentStack : Stack
{
    /// <summary>Reads the settings and declares the platform.</summary>
    /// <exception cref="SettingsException">Something in the stack file must be changed.</exception>
    protected EnvironmentStack(EnvironmentTraits traits, StackOptions? options)
        : base(options)
    {
        var deployment = Deployment.Instance;
        var (environment, file) = ($"{deployment.ProjectName}-{deployment.StackName}", $"Pulumi.{deployment.StackName}.yaml");
        Environment = environment;
        var settings = SettingsReader.Read(file, settings =>
            [.. EnvironmentRules.Problems(traits, settings), .. PlannedServices.Problems(settings, PlannedServices.Describe(environment, settings))]);
        var services = PlannedServices.Describe(environment, settings);
        var platform = new Platform(environment, traits, settings, PlannedServices.On(environment, settings, services));

        Urls = Output.Create(platform.Urls.ToImmutableDictionary());
        Release = platform.Release;
        PublicAddress = platform.Address;
        NodeAddresses = platform.Nodes.Apply(nodes => nodes.ToImmutableDictionary());
        SshCommand = platform.SshCommand;
        HostKey = platform.HostKey;
        Passwords = ByName(platform.Passwords);
        Backups = Output.CreateSecret(ByName(platform.Backups));
    }

    /// <summary>Name of the environment.</summary>
    protected string Environment { get; }

    /// <summary>Public URLs by service.</summary>
    [Output("urls")]
    public Output<ImmutableDictionary<string, string>> Urls { get; private set; }

    /// <summary>What is deployed: release, image, commit, since when, mode, and the newest release, which is another one after a rollback.</summary>
    [Output("release")]
    public Output<ImmutableDictionary<string, string>> Release { get; private set; }

    /// <summary>The address that the public names lead to, behind Cloudflare.</summary>
    [Output("publicAddress")]
    public Output<string> PublicAddress { get; private set; }

    /// <summary>Addresses for SSH by node.</summary>
    [Output("nodeAddresses")]
    public Output<ImmutableDictionary<string, string>> NodeAddresses { get; private set; }

    /// <summary>How to log in on the first manager.</summary>
    [Output("sshCommand")]
    public Output<string> SshCommand { get; private set; }

    /// <summary>The first manager's SSH host key in one line, for clients that check it.</summary>
    [Output("hostKey")]
    public Output<string> HostKey { get; private set; }

    /// <summary>What people log in with, by user or service, and how a managed database's administrator connects; secret.</summary>
    [Output("passwords")]
    public Output<ImmutableDictionary<string, string>> Passwords { get; private set; }

    /// <summary>Where the backups are, what they are encrypted with, and a key that may read them; secret. To be kept in another place.</summary>
    [Output("backups")]
    public Output<ImmutableDictionary<string, string>> Backups { get; private set; }

    private static Output<ImmutableDictionary<string, string>> ByName(IReadOnlyDictionary<string, Output<string>> values) =>
        Output.All(values.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
            .Apply(entries => entries.ToImmutableDictionary());
}
