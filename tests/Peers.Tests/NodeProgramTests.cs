using Preview;
using Preview.Answers;
using Preview.Planning;
using Preview.Programs;
using Preview.Settings;
using Pulumi.Protocol;

namespace Peers.Tests;

/// <summary>A program on Pulumi's own Node SDK and provider packages, previewed by the offline engine.</summary>
public sealed class NodeProgramTests
{
    private const string Site = "urn:pulumi:dev::peers::peers:index:Site";
    private const string Node = Site + "$digitalocean:index/droplet:Droplet::site-node";
    private const string Key = Site + "$digitalocean:index/sshKey:SshKey::site-key";
    private const string Password = Site + "$random:index/randomPassword:RandomPassword::site-password";
    private const string Remote = Site + "$pulumi:providers:docker::site-docker";

    private static readonly Lazy<Task<Plan>> Planned = new(PreviewAsync);

    [PeerFact]
    public async Task Every_resource_is_planned_below_its_parent()
    {
        var plan = await Planned.Value;

        Assert.Equal(
            [
                "pulumi:pulumi:Stack peers-dev  in ",
                "peers:index:Site site  in urn:pulumi:dev::peers::pulumi:pulumi:Stack::peers-dev",
                $"digitalocean:index/droplet:Droplet site-node 4.68.0 in {Site}::site",
                $"digitalocean:index/sshKey:SshKey site-key 4.68.0 in {Site}::site",
                $"docker:index/secret:Secret site-secret 5.0.0 in {Site}::site",
                $"pulumi:providers:docker site-docker 5.0.0 in {Site}::site",
                $"random:index/randomPassword:RandomPassword site-password 4.21.1 in {Site}::site",
            ],
            [.. plan.Steps.Take(2).Select(Describe), .. plan.Steps.Skip(2).Select(Describe).Order(StringComparer.Ordinal)]);
        Assert.All(plan.Steps, step => Assert.Equal(StepOp.Create, step.Op));
    }

    [PeerFact]
    public async Task Dependencies_and_providers_are_those_of_the_program()
    {
        var plan = await Planned.Value;

        var secret = Step(plan, "site-secret");
        Assert.Equal([Node, Password], secret.Dependencies);
        Assert.Equal([Password], secret.PropertyDependencies["data"]);
        Assert.Equal($"{Remote}::{SpecialValues.Unknown}", secret.Provider);
        Assert.Equal([Key], Step(plan, "site-node").Dependencies);
        Assert.Equal([Node], Step(plan, "site-docker").Dependencies);
    }

    [PeerFact]
    public async Task Inputs_are_known_as_far_as_a_preview_knows_them()
    {
        var plan = await Planned.Value;

        var node = Step(plan, "site-node").Inputs;
        Assert.Equal(new PropertyValue.String("debian-13-x64"), node["image"]);
        Assert.Equal(new PropertyValue.List([PropertyValue.Unknown.Instance]), node["sshKeys"]);
        Assert.Equal(PropertyValue.Unknown.Instance, Step(plan, "site-secret").Inputs["data"]);
        Assert.Equal(PropertyValue.Unknown.Instance, Step(plan, "site-docker").Inputs["host"]);
    }

    [PeerFact]
    public async Task Options_arrive()
    {
        var plan = await Planned.Value;

        var node = Step(plan, "site-node").Options;
        Assert.True(node.Protect);
        Assert.Equal(["userData"], node.IgnoreChanges);
        Assert.Equal(Node, Step(plan, "site-secret").Options.DeletedWith);
    }

    [PeerFact]
    public async Task Stack_outputs_keep_their_secrets()
    {
        var plan = await Planned.Value;

        Assert.Equal(new PropertyValue.String("hello"), plan.Outputs["greeting"]);
        Assert.Equal(new PropertyValue.Secret(new PropertyValue.String("plain")), plan.Outputs["token"]);
        Assert.Equal(PropertyValue.Unknown.Instance, plan.Outputs["address"]);
    }

    private static async Task<Plan> PreviewAsync()
    {
        var project = ProjectFile.Load(PeerFolder.In("NodeProgram"));
        var stack = StackFile.Load(project, "dev");
        var run = new EngineRun(project, stack, StackConfig.Resolve(project, stack), new PreviewAnswers());
        using var printed = new StringWriter();

        var (exit, plan) = await run.RunAsync(
            new ProgramCommand("node", [PeerFolder.In("start.js")], project.Folder),
            new ProgramRunner(printed.WriteLine, TimeSpan.FromSeconds(120)),
            CancellationToken.None);

        Assert.Equal((0, ""), (exit.Code, printed.ToString()));
        Assert.Empty(plan.WithoutDebugMessages().Diagnostics);
        return plan;
    }

    private static string Describe(PlanStep step) =>
        $"{step.Resource.Type} {step.Resource.Name} {step.Resource.Version} in {step.Resource.Parent}";

    private static Preview.Engine.Registration Step(Plan plan, string name) =>
        Assert.Single(plan.Steps, step => step.Resource.Name == name).Resource;
}
