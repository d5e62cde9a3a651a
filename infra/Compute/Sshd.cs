namespace Infra.Compute;

/// <summary>The SSH daemon of every node: keys only, one user, and room for the many connections of a deployment.</summary>
public static class Sshd
{
    /// <summary>
    /// A drop-in for <c>sshd_config.d</c> (sshd_config(5)); the first value wins, so its file sorts before the image's own.
    /// A deployment opens a connection for each operation, and sshd's default of ten at once drops them at random.
    /// </summary>
    public static string DropIn { get; } =
        $"""
        PermitRootLogin no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        AuthenticationMethods publickey
        AllowUsers {NodeUser.Name}
        AllowAgentForwarding no
        AllowTcpForwarding no
        X11Forwarding no
        LoginGraceTime 30
        MaxStartups 200:30:400
        MaxSessions 100
        ClientAliveInterval 30
        ClientAliveCountMax 4

        """;
}
