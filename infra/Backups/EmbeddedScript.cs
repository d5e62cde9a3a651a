using System.Reflection;

namespace Infra.Backups;

/// <summary>The shell scripts of <c>Scripts/</c>, which are files so that every editor and linter understands them, built into the program.</summary>
internal static class EmbeddedScript
{
    /// <summary>The text of a script by its name without extension.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(EmbeddedScript).Namespace}.{name}.sh")
            ?? throw new InvalidOperationException($"{name}.sh is not built into the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
