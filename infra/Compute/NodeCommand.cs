using Pulumi;
using Local = Pulumi.Command.Local;
using Remote = Pulumi.Command.Remote;

namespace Infra.Compute;

/// <summary>A script to run on a node, and what becomes of it.</summary>
/// <param name="Script">What to run. It must be idempotent: a changed script or connection runs it again. No secret may be in it.</param>
public sealed record NodeCommandArgs(Input<string> Script)
{
    /// <summary>What the script reads on its standard input, also the one on deletion: what is not known beforehand, and secrets. It is kept secret.</summary>
    public Output<string>? Stdin { get; init; }

    /// <summary>What to run when the resource is deleted while the node stays.</summary>
    public Input<string>? OnDelete { get; init; }

    /// <summary>Whether what the script prints is a secret.</summary>
    public bool PrintsSecret { get; init; }

    /// <summary>Whether what the script prints is shown while it runs. Then the script itself must keep secrets out of it.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>The node that this is about, when that is not the one it runs on: when it is replaced, the command runs anew.</summary>
    public Node? About { get; init; }
}

/// <summary>A script that runs on a node.</summary>
/// <param name="Resource">Done when the script has ended well.</param>
/// <param name="Stdout">What it printed.</param>
public sealed record NodeScript(CustomResource Resource, Output<string> Stdout);

/// <summary>The one place that declares a command on a node, so that each has the same safeguards.</summary>
public static class NodeCommand
{
    /// <summary>
    /// Declares a command on a node. It logs nothing unless asked to (the provider would log even secret output), is forgotten when the node's
    /// machine is deleted, and runs anew when the machine is replaced.
    /// </summary>
    public static NodeScript On(Node node, string name, NodeCommandArgs args, Resource parent, InputList<Resource>? dependsOn = null)
    {
        var options = new CustomResourceOptions
        {
            Parent = parent,
            DependsOn = dependsOn ?? [],
            DeletedWith = node.Host,
            AdditionalSecretOutputs = args.PrintsSecret ? ["stdout", "stderr"] : [],
        };
        return node.Connection is null ? Here(node, name, args, options) : OverSsh(node, name, args, options);
    }

    private static NodeScript OverSsh(Node node, string name, NodeCommandArgs args, CustomResourceOptions options)
    {
        var command = new Remote.Command(name, new Remote.CommandArgs
        {
            Connection = node.Connection!,
            Create = args.Script,
            Update = args.Script,
            Delete = args.OnDelete,
            Stdin = Secret(args.Stdin),
            Logging = args.ShowsProgress ? Remote.Logging.StdoutAndStderr : Remote.Logging.None,
            // sshd accepts no such variables, and the provider would warn about each.
            AddPreviousOutputInEnv = false,
            Triggers = Triggers(node, args.About),
        }, options);
        return new(command, command.Stdout);
    }

    private static NodeScript Here(Node node, string name, NodeCommandArgs args, CustomResourceOptions options)
    {
        var command = new Local.Command(name, new Local.CommandArgs
        {
            Create = args.Script,
            Update = args.Script,
            Delete = args.OnDelete,
            Stdin = Secret(args.Stdin),
            Logging = args.ShowsProgress ? Local.Logging.StdoutAndStderr : Local.Logging.None,
            AddPreviousOutputInEnv = false,
            Triggers = Triggers(node, args.About),
        }, options);
        return new(command, command.Stdout);
    }

    private static Input<string>? Secret(Output<string>? stdin) => stdin is null ? null : (Input<string>)Output.CreateSecret(stdin);

    private static Input<object>[] Triggers(Node node, Node? about) =>
        [.. new[] { node, about }.OfType<Node>().Select(each => (Input<object>)each.Identity.Apply(object (id) => id))];
}
