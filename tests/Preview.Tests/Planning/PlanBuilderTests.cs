using Preview.Planning;
using Preview.Settings;
using Preview.Tests.Support;

namespace Preview.Tests.Planning;

public class PlanBuilderTests
{
    [Fact]
    public void Steps_have_one_order_whatever_order_they_came_in()
    {
        var (root, group) = (Samples.Root(), Samples.Step("shop:compute:Nodes", "nodes"));
        PlanStep[] steps =
        [
            root, group, .. Enumerable.Range(0, 12).Select(index => Samples.Step(Samples.DropletType, $"node-{index}", group.Urn)),
        ];
        var jumbled = steps.OrderBy(step => step.Resource.Name.Length % 3).ThenByDescending(step => step.Urn, StringComparer.Ordinal);

        Assert.Equal(steps.Select(step => step.Urn), Samples.Plan(jumbled).Steps.Select(step => step.Urn));
    }

    [Fact]
    public void A_step_follows_what_it_depends_on()
    {
        var last = Samples.Step("command:remote:Command", "z");
        var first = Samples.Step("command:remote:Command", "a");
        first = first with { Resource = first.Resource with { Dependencies = [last.Urn] } };

        Assert.Equal(["shop-dev", "z", "a"], Samples.Plan(first, last, Samples.Root()).Steps.Select(step => step.Resource.Name));
    }

    [Fact]
    public void Outputs_of_the_stack_are_outputs_of_the_plan()
    {
        var builder = Samples.Builder();
        builder.SetOutputs(Samples.Stack, Samples.Members(("url", Samples.Text("https://example.com"))));
        builder.AddStep(Samples.Root());

        Assert.Equal(Samples.Text("https://example.com"), builder.Build().Outputs["url"]);
    }

    [Fact]
    public void What_the_program_says_is_missing_is_listed_as_to_be_set()
    {
        var builder = Samples.Builder();
        builder.AddDiagnostic(new(Severity.Warning, "", "shop:mailKey is not set; before `pulumi up`, run: pulumi config set --secret shop:mailKey; the value unused sends no mail\n"));
        builder.AddDiagnostic(new(Severity.Warning, "", "shop:apiKey is not set; before `pulumi up`, run: pulumi config set --secret shop:apiKey"));
        builder.AddDiagnostic(new(Severity.Warning, "", "shop:name is not set; it is odd"));

        var plan = builder.Build();

        Assert.Equal(
            ["pulumi config set --secret shop:apiKey", "pulumi config set --secret shop:mailKey  # the value unused sends no mail"],
            plan.ToSet.Select(setting => setting.Command));
        Assert.Equal(["shop:name is not set; it is odd"], plan.Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    public void What_the_program_says_about_a_refusal_is_not_said_twice()
    {
        var builder = Samples.Builder();
        builder.AddRefusal(new(Severity.Error, Samples.Stack, "Duplicate resource URN 'x'"));
        builder.AddDiagnostic(new(Severity.Error, "", "unhandled exception:\nGrpcException: Duplicate resource URN 'x'\n   at Program.Main()"));
        builder.AddDiagnostic(new(Severity.Warning, "", "deprecated"));

        Assert.Equal(["Duplicate resource URN 'x'", "deprecated"], builder.Build().Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    public void Credentials_of_used_providers_are_to_be_set()
    {
        var plan = Samples.Plan(Samples.Root(), Samples.Step(Samples.DropletType, "web"), Samples.Step("random:index/randomPet:RandomPet", "pet"));

        Assert.Equal(
            [new MissingSetting("digitalocean:token", "pulumi config set --secret digitalocean:token", "the environment variable DIGITALOCEAN_TOKEN")],
            plan.ToSet);
    }

    [Fact]
    public void Credentials_given_by_configuration_or_to_an_explicit_provider_are_not_missing()
    {
        var token = new Dictionary<string, ConfigValue> { ["digitalocean:token"] = new("x", IsSecret: true) };
        var builder = Samples.Builder(new(token, [], []));
        var provider = Samples.Step("pulumi:providers:cloudflare", "edge", inputs: ("apiToken", Samples.Text("x")));
        var record = Samples.Step("cloudflare:index/dnsRecord:DnsRecord", "api");
        foreach (var step in new[] { Samples.Root(), Samples.Step(Samples.DropletType, "web"), provider })
            builder.AddStep(step);
        builder.AddStep(record with { Resource = record.Resource with { Provider = $"{provider.Urn}::1" } });

        Assert.Empty(builder.Build().ToSet);
    }

    [Fact]
    public void Ten_times_the_resources_take_about_ten_times_as_long()
    {
        var (small, large) = (Fastest(4_000), Fastest(40_000));

        Assert.True(large < small * 40, $"4,000 resources: {small.TotalMilliseconds:0} ms, 40,000: {large.TotalMilliseconds:0} ms");
    }

    // The fastest of a few runs, since other processes may get in the way of one.
    private static TimeSpan Fastest(int count) => Enumerable.Range(0, 3).Min(_ => Measure(count));

    private static TimeSpan Measure(int count)
    {
        var steps = Enumerable.Range(0, count).Select(index => Samples.Step(Samples.DropletType, $"node-{index}")).Prepend(Samples.Root()).ToList();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var plan = Samples.Plan(steps);
        _ = new Preview.Rendering.PlanTree(Preview.Rendering.InputDetail.Key, Preview.Rendering.Palette.Plain).Render(plan);
        _ = Preview.Rendering.PlanJson.Render(plan);
        return clock.Elapsed;
    }
}
