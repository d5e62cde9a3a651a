using System.Reflection;

namespace Preview.Tests.Support;

/// <summary>Where the build put what the tests start.</summary>
internal static class Built
{
    private static readonly DirectoryInfo Output = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Preview { get; } = PathOf("Preview");

    public static string Programs { get; } = PathOf("Preview.Programs");

    public static string Stacks { get; } = PathOf("Stacks");

    public static string CasesFolder { get; } = Folder("CasesFolder");

    public static string StatesFolder { get; } = Folder("StatesFolder");

    public static string RepositoryFolder { get; } = Folder("RepositoryFolder");

    private static string Folder(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    // Every project has its own folder beside this one's: bin/<project>/<configuration>.
    private static string PathOf(string project) => Path.Combine(Output.Parent!.Parent!.FullName, project, Output.Name, $"{project}.dll");
}
