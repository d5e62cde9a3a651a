using System.Collections.Immutable;

namespace Infra.Swarm;

/// <summary>Options of the <c>ssh</c> program that the docker provider starts (ssh_config(5)).</summary>
public static class SshOptions
{
    /// <summary>
    /// Accepts the host key that is known beforehand and no other. The key is printed by a command, which needs no file on any machine;
    /// <c>%H</c> stands for the host that is looked up. Who logs in is the running user's ssh-agent's affair.
    /// </summary>
    public static ImmutableArray<string> Checking(string hostKey) =>
    [
        "-o", $"KnownHostsCommand=/bin/echo %H {string.Join(' ', hostKey.Split(' ').Take(2))}",
        "-o", "UserKnownHostsFile=/dev/null",
        "-o", "GlobalKnownHostsFile=/dev/null",
        "-o", "StrictHostKeyChecking=yes",
    ];
}
