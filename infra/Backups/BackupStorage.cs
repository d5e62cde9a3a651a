using Infra.Secrets;
using Infra.Settings;
using Pulumi;
using Pulumi.Random;

namespace Infra.Backups;

/// <summary>
/// Where backups go and what opens them: a Space of this stack or storage from the settings, and a key with which they are encrypted before
/// they leave the node. Without that key they are worthless, so the stack has it as an output, to be kept elsewhere.
/// </summary>
public sealed class BackupStorage : ComponentResource
{
    /// <summary>Declares the storage.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="settings">The environment's settings.</param>
    /// <param name="protect">Whether it is protected from deletion.</param>
    /// <param name="options">Options of the component.</param>
    public BackupStorage(string name, string environment, EnvironmentSettings settings, bool protect, ComponentResourceOptions? options = null)
        : base("lhd:backups:BackupStorage", name, options)
    {
        var backups = settings.Backups;
        var key = new RandomPassword($"{name}-key", new() { Length = 48, Special = false }, new() { Parent = this, Protect = protect, RetainOnDelete = protect });
        var space = backups.Storage is null ? Space(name, environment, settings, protect) : null;
        var repository = space?.Repository ?? Output.Create(backups.Storage!.Repository);
        var access = space?.Writer.AccessKey ?? backups.Storage!.AccessKey;
        var secret = space?.Writer.SecretKey ?? backups.Storage!.SecretKey;

        Values = new Dictionary<string, Output<string>>
        {
            [SecretNames.BackupRepository] = repository,
            [SecretNames.BackupKey] = key.Result,
            [SecretNames.BackupCredentials] = CredentialsFile(access, secret),
        }.Concat(SourceValues(backups.Source)).ToDictionary();
        Keep = new Dictionary<string, Output<string>>
        {
            ["repository"] = repository,
            ["encryptionKey"] = key.Result,
            ["accessKey"] = space?.Reader.AccessKey ?? access,
            ["secretKey"] = space?.Reader.SecretKey ?? secret,
        };
        RegisterOutputs();
    }

    /// <summary>The values by the name of the swarm secret that holds each.</summary>
    public IReadOnlyDictionary<string, Output<string>> Values { get; }

    /// <summary>What it takes to read the backups when everything else is gone; secret.</summary>
    public IReadOnlyDictionary<string, Output<string>> Keep { get; }

    private BackupSpace Space(string name, string environment, EnvironmentSettings settings, bool protect) => new($"{name}-space", new(
        environment,
        settings.Backups.Region.Length > 0 ? settings.Backups.Region : SpacesRegion.Near(settings.Nodes.Region),
        settings.Backups.RetentionDays,
        protect), new() { Parent = this });

    private static Dictionary<string, Output<string>> SourceValues(StorageSettings? source) => source is null ? [] : new()
    {
        [SecretNames.RestoreRepository] = Output.Create(source.Repository),
        [SecretNames.RestoreKey] = source.EncryptionKey!,
        [SecretNames.RestoreCredentials] = CredentialsFile(source.AccessKey, source.SecretKey),
    };

    /// <summary>The file format of the AWS tools, which restic reads: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html.</summary>
    private static Output<string> CredentialsFile(Output<string> access, Output<string> secret) =>
        Output.Tuple(access, secret).Apply(key => $"[default]\naws_access_key_id = {key.Item1}\naws_secret_access_key = {key.Item2}\n");
}
