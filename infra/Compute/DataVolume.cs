using System.Globalization;
using Pulumi;
using Pulumi.DigitalOcean;

namespace Infra.Compute;

/// <summary>What the data volume needs.</summary>
/// <param name="Environment">Name of the environment, with which everything in the account is named.</param>
/// <param name="Region">Slug of the region, the node's own.</param>
/// <param name="Gibibytes">Size.</param>
/// <param name="Node">The node it is attached to.</param>
/// <param name="Directories">Directories on it, one for each service that keeps data.</param>
/// <param name="Protect">Whether it is protected from deletion.</param>
public sealed record DataVolumeArgs(
    string Environment,
    string Region,
    int Gibibytes,
    Node Node,
    IReadOnlyList<DataDirectory> Directories,
    bool Protect);

/// <summary>The block storage that outlives its node: attached, given a file system once, and mounted by its UUID.</summary>
public sealed class DataVolume : ComponentResource
{
    /// <summary>Where the volume is mounted.</summary>
    public const string MountPoint = "/mnt/data";

    /// <summary>A file in each directory, by which a service can tell that it sees the volume and not the root disk.</summary>
    public const string GuardFile = ".on-data-volume";

    /// <summary>Declares volume, attachment and mount.</summary>
    public DataVolume(string name, DataVolumeArgs args, ComponentResourceOptions? options = null)
        : base("lhd:compute:DataVolume", name, options)
    {
        var volumeName = $"{args.Environment}-data";
        var volume = new Volume($"{name}-volume", new()
        {
            Name = volumeName,
            Region = args.Region,
            Size = args.Gibibytes,
            Description = $"Data of {args.Environment}",
        }, new() { Parent = this, Protect = args.Protect, RetainOnDelete = args.Protect });

        var attachment = new VolumeAttachment($"{name}-attachment", new()
        {
            VolumeId = volume.Id,
            DropletId = args.Node.Identity.Apply(id => int.Parse(id, CultureInfo.InvariantCulture)),
        }, new() { Parent = this });

        var script = DataVolumeScript.Mount(volumeName, args.Gibibytes, args.Directories);
        Mounted = NodeCommand.On(args.Node, $"{name}-mount", new(script), this, attachment).Resource;

        VolumeUrn = volume.VolumeUrn;
        RegisterOutputs();
    }

    /// <summary>Done when the volume is mounted and has its directories.</summary>
    public Resource Mounted { get; }

    /// <summary>What DigitalOcean calls the volume, to put it into a project.</summary>
    public Output<string> VolumeUrn { get; }
}
