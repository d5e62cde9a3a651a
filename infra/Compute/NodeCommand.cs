using Pulumi;
using Pulumi.Command.Remote;

namespace Infra.Compute;

/// <summary>A script to run on a node over SSH, and what becomes of it.</summary>
/// <param name="Script">What to run. It must be idempotent: a changed script or connection runs it again. No secret may be in it.</param>
public sealed record NodeCommandArgs(Input<string> Script)
{
    /// <summary>A secret that the script reads on its standard input.</summary>
    public Output<string>? Stdin { get; init; }

    /// <summary>What to run when the resource is deleted while the node stays.</summary>
    public Input<string>? OnDelete { get; init; }

    /// <summary>Whether what the script prints is a secret.</summary>
    public bool PrintsSecret { get; init; }

    /// <summary>The node that this is about, when that is not the one it runs on: when it is replaced, the command runs anew.</summary>
    public Node? About { get; init; }
}

/// <summary>The one place that declares a remote command, so that each has the same safeguards.</summary>
public static class NodeCommand
{
    /// <summary>
    /// Declares a command on a node. It logs nothing (the provider would log even secret output), is forgotten when the node's machine is
    /// deleted, and runs anew when the machine is replaced.
    /// </summary>
    public static Command On(Node node, string name, NodeCommandArgs args, Resource parent, InputList<Resource>? dependsOn = null) =>
        new(name, new CommandArgs
        {
            Connection = node.Connection,
            Create = args.Script,
            Update = args.Script,
            Delete = args.OnDelete,
            Stdin = args.Stdin is { } secret ? (Input<string>)Output.CreateSecret(secret) : null,
            Logging = Logging.None,
            // sshd accepts no such variables, and the provider would warn about each.
            AddPreviousOutputInEnv = false,
            Triggers = new[] { node, args.About }.OfType<Node>().Select(each => (Input<object>)each.Host.Id.Apply(object (id) => id)).ToArray(),
        }, new()
        {
            Parent = parent,
            DependsOn = dependsOn ?? [],
            DeletedWith = node.Host,
            AdditionalSecretOutputs = args.PrintsSecret ? ["stdout", "stderr"] : [],
        });
}
