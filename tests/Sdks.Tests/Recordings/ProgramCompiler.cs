using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sdks.Tests.Recordings;

/// <summary>
/// Compiles a recorded program on the SDK in this repository, once a test run. All programs share one folder with the SDK's assemblies,
/// so that a process finds what it needs without a project of its own.
/// </summary>
public static class ProgramCompiler
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> Compiled = new();
    private static readonly Lazy<string> Folder = new(PrepareFolder);

    /// <summary>The assembly of the program of this name under `Recordings/Programs`.</summary>
    public static string Compile(string program) => CompileSource(
        program, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Recordings", "Programs", $"{program}.cs")));

    public static string CompileSource(string name, string source) =>
        Compiled.GetOrAdd(name, _ => new(() => Emit(name, source))).Value;

    private static string Emit(string name, string source)
    {
        var assembly = Emit(CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, new(LanguageVersion.Latest))],
            [.. References.Value, .. RecordedPackages.Value],
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release)));
        File.WriteAllText(Path.ChangeExtension(assembly, ".runtimeconfig.json"), RuntimeConfiguration);
        return assembly;
    }

    private static string Emit(CSharpCompilation compilation)
    {
        var assembly = Path.Combine(Folder.Value, $"{compilation.AssemblyName}.dll");
        var result = compilation.Emit(assembly);
        if (result.Success)
            return assembly;
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        throw new InvalidOperationException(
            $"{compilation.AssemblyName} does not compile on sdks/, {errors.Count} error(s), the first of them:\n{string.Join('\n', errors.Take(5))}");
    }

    private static string PrepareFolder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "RecordedPrograms")).FullName;
        foreach (var assembly in SdkAssemblies)
            File.Copy(assembly, Path.Combine(folder, Path.GetFileName(assembly)), overwrite: true);
        return folder;
    }

    private static IEnumerable<string> SdkAssemblies => Directory.EnumerateFiles(AppContext.BaseDirectory, "Pulumi*.dll")
        .Where(path => Path.GetFileName(path) is not ("Pulumi.Protocol.Server.dll" or "Pulumi.SourceGenerator.dll"))
        .Append(Path.Combine(AppContext.BaseDirectory, "Google.Protobuf.dll"));

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Microsoft.CSharp.dll" or "netstandard.dll" or "mscorlib.dll"))
            .Where(path => !Path.GetFileName(path).EndsWith("Native.dll", StringComparison.Ordinal))
            .Concat(SdkAssemblies)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> RecordedPackages = new(() =>
        [.. GeneratedPackages.Generate(References.Value).Select(package => MetadataReference.CreateFromFile(Emit(package)))]);

    private static string RuntimeConfiguration => $$"""
        {
          "runtimeOptions": {
            "tfm": "net10.0",
            "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
            "configProperties": { "System.Globalization.Invariant": true }
          }
        }
        """;
}
