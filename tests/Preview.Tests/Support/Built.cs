using System.Reflection;

namespace Preview.Tests.Support;

/// <summary>Where the build put what the tests start.</summary>
internal static class Built
{
    private static readonly DirectoryInfo Output = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Preview { get; } = PathOf("Preview");

    public static string Programs { get; } = PathOf("Preview.Programs");

    public static string CasesFolder { get; } = typeof(Built).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "CasesFolder").Value!;

    // Every project has its own folder beside this one's: bin/<project>/<configuration>.
    private static string PathOf(string project) => Path.Combine(Output.Parent!.Parent!.FullName, project, Output.Name, $"{project}.dll");
}
