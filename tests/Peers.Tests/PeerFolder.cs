namespace Peers.Tests;

/// <summary>Where the Node side of these tests is: <c>tests/Peers</c> of the repository that holds this build.</summary>
internal static class PeerFolder
{
    public static string Path { get; } = System.IO.Path.Combine(Repository(), "tests", "Peers");

    public static string In(params string[] path) => System.IO.Path.Combine([Path, .. path]);

    /// <summary>The C# program of the same configuration as these tests.</summary>
    public static string CSharpProgram
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
            return System.IO.Path.Combine(Repository(), "artifacts", "bin", "CSharpProgram", configuration, "CSharpProgram.dll");
        }
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Infra.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"no Infra.sln above {AppContext.BaseDirectory}");
    }
}
