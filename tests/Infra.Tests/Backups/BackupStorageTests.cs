using Infra.Backups;
using Infra.Secrets;
using Pulumi;
using Pulumi.DigitalOcean;

namespace Infra.Tests.Backups;

/// <summary>The Space of the backups, its keys, and what is protected of them.</summary>
[Collection(SerialGraphs.Name)]
public class BackupStorageTests
{
    [Fact]
    public async Task The_space_is_private_versioned_and_in_another_region()
    {
        var (graph, _) = await StorageAsync(protect: true);
        var bucket = graph.Inputs["backups-space-bucket"];

        Assert.Equal("private", $"{bucket["acl"]}");
        Assert.True(bucket["versioning"]!["enabled"]!.GetValue<bool>());
        Assert.Equal(["ams3"], graph.With<SpacesBucketArgs>().Select(each => $"{graph.Inputs[each.Name]["region"]}"));
        Assert.Equal("fra1", Samples.Settings("production").Nodes.Region);
    }

    [Fact]
    public async Task Old_versions_expire_with_the_retention()
    {
        var (graph, _) = await StorageAsync(protect: true);
        var rule = Assert.Single(graph.Inputs["backups-space-bucket"]["lifecycleRules"]!.AsArray())!;

        Assert.Equal((14, true), (rule["noncurrentVersionExpiration"]!["days"]!.GetValue<double>(), rule["enabled"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task Each_key_may_do_its_own_work_in_this_space_alone()
    {
        var (graph, _) = await StorageAsync(protect: true);
        var space = $"{graph.Inputs["backups-space-bucket"]["name"]}";

        Assert.Equal(
            ["backups-space-owner:  fullaccess", $"backups-space-reader: {space} read", $"backups-space-writer: {space} readwrite"],
            graph.With<SpacesKeyArgs>().Select(key => (key.Name, Grant: Assert.Single(graph.Inputs[key.Name]["grants"]!.AsArray())!))
                .Select(key => $"{key.Name}: {key.Grant["bucket"]} {key.Grant["permission"]}"));
    }

    [Fact]
    public async Task The_services_write_with_the_writer_s_key_and_people_keep_the_reader_s()
    {
        var (_, storage) = await StorageAsync(protect: true);
        var credentials = await storage.Values[SecretNames.BackupCredentials].ValueAsync();
        var keep = await storage.Keep["accessKey"].ValueAsync();

        Assert.Contains("writer", credentials, StringComparison.Ordinal);
        Assert.DoesNotContain("owner", credentials, StringComparison.Ordinal);
        Assert.Contains("reader", keep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_holds_backups_is_protected_and_kept_when_data_are(bool protect)
    {
        var (graph, _) = await StorageAsync(protect);

        foreach (var name in new[] { "backups-space-bucket", "backups-key" })
        {
            var options = graph.Named(name).Options;
            Assert.Equal((protect, protect), (options.Protect, options.RetainOnDelete));
        }

        Assert.Equal(!protect, graph.Inputs["backups-space-bucket"]["forceDestroy"]!.GetValue<bool>());
    }

    private static async Task<(ResourceGraph Graph, BackupStorage Storage)> StorageAsync(bool protect)
    {
        BackupStorage? storage = null;
        var graph = await ResourceGraph.OfAsync(() => storage = new BackupStorage("backups", "lhd-test", Samples.Settings("production"), protect));
        return (graph, storage!);
    }
}
