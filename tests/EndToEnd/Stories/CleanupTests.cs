using System.Diagnostics;
using System.Globalization;
using EndToEnd.Tests.Cloud;

namespace EndToEnd.Tests.Stories;

/// <summary>What is left of a cloud whose owner has no time to clear up, as a test process that is killed.</summary>
public class CleanupTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Chapter(1)]
    public async Task A_cloud_whose_owner_is_killed_ends_with_its_machines_and_another_cloud_goes_on()
    {
        await using var other = await LoopbackCloud.StartAsync();
        var cloud = await LoopbackCloud.KeptAsync($"owner-{Environment.ProcessId}");
        var process = await MachineAsync(cloud);

        Kill(await OwnerAsync(cloud));

        await GoneAsync(cloud, process);
        Assert.Equal("198.18.0.1", (await other.RunAsync(null, "sh", "-c", "ip -4 -oneline address show public | grep -o '198[.0-9]*' | head -n 1")).Trim());
    }

    [Chapter(2)]
    public async Task What_a_cloud_leaves_that_is_killed_itself_is_cleared_by_the_next()
    {
        var cloud = await LoopbackCloud.KeptAsync($"all-{Environment.ProcessId}");
        var process = await MachineAsync(cloud);

        foreach (var each in ProcessesOf(cloud.Folder).Append(await OwnerAsync(cloud)))
            Kill(each);
        await Patience.UntilAsync("its first process has ended", Limit, () => Task.FromResult(!Directory.Exists($"/proc/{cloud.FirstProcess}")));
        Assert.True(Directory.Exists(cloud.Folder));

        await using var next = await LoopbackCloud.StartAsync();
        await GoneAsync(cloud, process);
    }

    private static async Task<int> OwnerAsync(LoopbackCloud cloud) => int.Parse(await File.ReadAllTextAsync($"{cloud.Folder}/keeper"), CultureInfo.InvariantCulture);

    /// <summary>A machine that runs, with a disk and a program that goes on by itself. Gives the id of its first process, as this system counts.</summary>
    private static async Task<string> MachineAsync(LoopbackCloud cloud)
    {
        var machine = new Machine(cloud, "machine", 0) { PrivateAddress = "10.0.0.10", PrivatePrefix = 24, Tags = [] };
        await machine.CreateAsync("#cloud-config\n", new Dictionary<string, string>(), "");
        var disk = $"{cloud.Folder}/disk";
        await using (var file = new FileStream(disk, FileMode.CreateNew))
            file.SetLength(1 << 20);
        await machine.AttachAsync("disk", disk);
        var mark = $"{Environment.ProcessId}{cloud.FirstProcess}";
        await machine.RunAsync("setsid sleep \"$0\" </dev/null >/dev/null 2>&1 & echo started", mark);
        Assert.NotEmpty(ProcessesOf(mark));
        Assert.Contains(cloud.Folder, await DisksAsync(), StringComparison.Ordinal);
        return mark;
    }

    private static async Task GoneAsync(LoopbackCloud cloud, string process)
    {
        var left = "";
        await Patience.UntilAsync("nothing of the cloud is left", Limit, async () =>
        {
            string[] found =
            [
                .. Directory.Exists(cloud.Folder) ? [cloud.Folder] : Array.Empty<string>(),
                .. ProcessesOf(process).Select(each => $"process {each} of the machine"),
                .. Directory.Exists($"/proc/{cloud.FirstProcess}") ? [$"its first process {cloud.FirstProcess}"] : Array.Empty<string>(),
                .. (await DisksAsync()).Contains(cloud.Folder, StringComparison.Ordinal) ? ["its disk"] : Array.Empty<string>(),
            ];
            left = string.Join(", ", found);
            return found.Length == 0;
        }, () => Task.FromResult($"left: {left}"));
    }

    private static async Task<string> DisksAsync() => (await Tool.RunAsync("losetup", "--list", "--noheadings", "--output", "BACK-FILE")).Output;

    /// <summary>Processes with a word in their command line.</summary>
    private static List<int> ProcessesOf(string word)
    {
        var found = new List<int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            try
            {
                if (int.TryParse(Path.GetFileName(folder), out var id) && File.ReadAllText($"{folder}/cmdline").Contains(word, StringComparison.Ordinal))
                    found.Add(id);
            }
            catch (IOException)
            {
                // It has ended since.
            }
        }

        return found;
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    private static void Kill(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            found.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended since.
        }
    }
}
