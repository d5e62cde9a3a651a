using Infra.Compute;
using Infra.Settings;

namespace Infra.Swarm;

/// <summary>Pure: the shell text of logging in to the registry and out again.</summary>
public static class RegistryCommands
{
    /// <summary>Logs in with the token on standard input.</summary>
    public static string Login(RegistrySettings registry) =>
        $"""
        set -eu
        docker login --username {ShellWord.Of(registry.User)} --password-stdin {registry.Server} >/dev/null

        """;

    /// <summary>Forgets the login.</summary>
    public static string Logout(RegistrySettings registry) => $"timeout 30 docker logout {registry.Server} >/dev/null || true\n";
}
