using Infra.Swarm;
using Tests.Support;

namespace Infra.Tests.Swarm;

public class SwarmInitTests
{
    /// <summary>Docker that makes a swarm and knows its own node only when asked a second time, as a real one does on a busy machine.</summary>
    private const string Docker = """
        #!/bin/sh
        case "$*" in
          'info --format {{.Swarm.LocalNodeState}}') echo inactive ;;
          'info --format '*) echo id ;;
          'node update '*)
            [ -e "$0.asked" ] || { touch "$0.asked"; echo 'Error response from daemon: node self not found' >&2; exit 1; }
            ;;
        esac
        """;

    [Fact]
    public async Task A_manager_that_does_not_know_itself_yet_is_asked_again()
    {
        var folder = Directory.CreateTempSubdirectory("lhd-swarm-");
        try
        {
            await File.WriteAllTextAsync($"{folder}/docker", Docker);
            await Tool.AcceptAsync("chmod", "", "+x", $"{folder}/docker");

            var printed = await Tool.AcceptAsync("env", SwarmCommands.Init("10.0.0.1"), $"PATH={folder}:/usr/bin:/bin", "bash", "-s");

            Assert.Equal("id\nid\n", printed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
