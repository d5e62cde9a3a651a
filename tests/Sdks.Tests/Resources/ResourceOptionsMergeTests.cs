using Pulumi;
using Sdks.Tests.Support;

namespace Sdks.Tests.Resources;

public class ResourceOptionsMergeTests
{
    [Fact]
    public void The_second_options_win_single_values()
    {
        var merged = CustomResourceOptions.Merge(
            new() { Version = "1", Protect = true, ImportId = "a", PluginDownloadURL = "u" },
            new() { Version = "2", Protect = false, DeleteBeforeReplace = true });

        Assert.Equal("2", merged.Version);
        Assert.False(merged.Protect);
        Assert.Equal("a", merged.ImportId);
        Assert.Equal("u", merged.PluginDownloadURL);
        Assert.True(merged.DeleteBeforeReplace);
    }

    [Fact]
    public void Lists_are_appended()
    {
        var merged = CustomResourceOptions.Merge(
            new() { IgnoreChanges = { "a" }, AdditionalSecretOutputs = { "s" }, ReplaceOnChanges = { "r" } },
            new() { IgnoreChanges = { "b" }, AdditionalSecretOutputs = { "t" }, Aliases = { new Alias { Name = "old" } } });

        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["s", "t"], merged.AdditionalSecretOutputs);
        Assert.Equal(["r"], merged.ReplaceOnChanges);
        Assert.Single(merged.Aliases);
    }

    [Fact]
    public void Neither_of_the_two_changes()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" } };

        var merged = CustomResourceOptions.Merge(first, new() { IgnoreChanges = { "b" } });
        merged.IgnoreChanges.Add("c");

        Assert.Equal(["a"], first.IgnoreChanges);
    }

    [Fact]
    public void Null_options_merge_to_the_others()
    {
        Assert.Equal("1", CustomResourceOptions.Merge(null, new() { Version = "1" }).Version);
        Assert.Equal("1", CustomResourceOptions.Merge(new() { Version = "1" }, null).Version);
        Assert.NotNull(ComponentResourceOptions.Merge(null, null));
    }

    [Fact]
    public async Task Dependencies_and_providers_are_appended()
    {
        await TestProgram.SentByAsync(() =>
        {
            var (one, two) = (new AcmeProvider("one"), new AcmeProvider("two"));

            var merged = ComponentResourceOptions.Merge(new() { Providers = { one }, DependsOn = { one } }, new() { Providers = { two }, DependsOn = { two } });

            Assert.Equal([one, two], merged.Providers);
            Assert.Equal([one, two], merged.DependsOn.ToOutput().GetDataAsync().Result.Value.Cast<AcmeProvider>());
        });
    }
}
