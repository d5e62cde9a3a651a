using Pulumi;
using Pulumi.DigitalOcean;
using Pulumi.DigitalOcean.Inputs;
using Pulumi.Random;

namespace Infra.Backups;

/// <summary>What the Space needs.</summary>
/// <param name="Environment">Name of the environment.</param>
/// <param name="Region">Slug of its region, not the environment's own.</param>
/// <param name="RetentionDays">Days for which overwritten and deleted objects are kept.</param>
/// <param name="Protect">Whether it is protected from deletion.</param>
public sealed record BackupSpaceArgs(string Environment, string Region, int RetentionDays, bool Protect);

/// <summary>
/// A private DigitalOcean Space for backups, with a key that may write to it and to nothing else, and one that may only read it.
/// </summary>
public sealed class BackupSpace : ComponentResource
{
    /// <summary>Declares Space and keys.</summary>
    public BackupSpace(string name, BackupSpaceArgs args, ComponentResourceOptions? options = null)
        : base("lhd:backups:BackupSpace", name, options)
    {
        var suffix = new RandomId($"{name}-suffix", new() { ByteLength = 4 }, new() { Parent = this, Protect = args.Protect });
        var bucket = new SpacesBucket($"{name}-bucket", new()
        {
            // Names are shared by everybody in a region.
            Name = Output.Format($"{args.Environment}-backups-{suffix.Hex}"),
            Region = args.Region,
            Acl = "private",
            // What a stolen key deletes or overwrites can be brought back.
            Versioning = new SpacesBucketVersioningArgs { Enabled = true },
            LifecycleRules =
            {
                new SpacesBucketLifecycleRuleArgs
                {
                    Id = "old-versions",
                    Enabled = true,
                    NoncurrentVersionExpiration = new SpacesBucketLifecycleRuleNoncurrentVersionExpirationArgs { Days = args.RetentionDays },
                    AbortIncompleteMultipartUploadDays = 1,
                },
            },
            ForceDestroy = !args.Protect,
        }, new() { Parent = this, Provider = Owner(name, args.Environment), Protect = args.Protect, RetainOnDelete = args.Protect });

        Writer = Key(name, args.Environment, "writer", bucket, "readwrite");
        Reader = Key(name, args.Environment, "reader", bucket, "read");
        Repository = Output.Format($"s3:https://{args.Region}.digitaloceanspaces.com/{bucket.Name}/postgres");
        RegisterOutputs();
    }

    /// <summary>The address of the repository in it.</summary>
    public Output<string> Repository { get; }

    /// <summary>May read, write and delete its objects.</summary>
    public SpacesKey Writer { get; }

    /// <summary>May read its objects, for another environment that restores from it.</summary>
    public SpacesKey Reader { get; }

    /// <summary>
    /// Spaces are made over the S3 API, for which DigitalOcean's token is no good: it takes a key that may do everything, and an empty bucket
    /// name stands for all (https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_key/). Nothing in the swarm sees it.
    /// </summary>
    private Provider Owner(string name, string environment)
    {
        var key = new SpacesKey($"{name}-owner", new()
        {
            Name = $"{environment}-backups-owner",
            Grants = { new SpacesKeyGrantArgs { Bucket = "", Permission = "fullaccess" } },
        }, new() { Parent = this });
        return new($"{name}-spaces", new() { SpacesAccessId = key.AccessKey, SpacesSecretKey = Output.CreateSecret(key.SecretKey) }, new() { Parent = this });
    }

    private SpacesKey Key(string name, string environment, string role, SpacesBucket bucket, string permission) => new($"{name}-{role}", new()
    {
        Name = $"{environment}-backups-{role}",
        Grants = { new SpacesKeyGrantArgs { Bucket = bucket.Name, Permission = permission } },
    }, new() { Parent = this });
}
