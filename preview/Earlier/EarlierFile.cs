using System.Text.Json;
using Preview.Engine;
using Preview.Settings;

namespace Preview.Earlier;

/// <summary>Reads what <c>--diff-from</c> names: the JSON of <c>pulumi stack export</c>, a checkpoint file, or a plan of this preview.</summary>
public static class EarlierFile
{
    // A state of 10,000 resources has some 30 MB.
    private const int MaximumMegabytes = 256;
    private const int BytesPerMegabyte = 1024 * 1024;
    private const int MaximumDepth = 512;
    private const string Expected = "give the JSON of `pulumi stack export`, or of an earlier `--json` of this preview";

    /// <summary>Reads a file.</summary>
    /// <exception cref="SettingsException">It is missing, too large, not of these formats, or about another stack.</exception>
    public static EarlierState Load(string path, string project, string stack)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path))
            throw new SettingsException(path, "is a folder", Expected);

        try
        {
            using var document = Parse(name, Read(name, path));
            var state = Interpret(name, document.RootElement);
            CheckOwner(state, project, stack);
            CheckCompleteness(state);
            return state;
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SettingsException(path, "there is no such file", "write it with `pulumi stack export --file FILE`");
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new SettingsException(path, $"cannot be read: {problem.Message}", "check the file and its permissions");
        }
    }

    private static MemoryStream Read(string name, string path)
    {
        using var file = File.OpenRead(path);
        var content = new MemoryStream();
        var buffer = new byte[BytesPerMegabyte];
        CheckLength(name, file.CanSeek ? file.Length : 0);
        for (var count = file.Read(buffer); count > 0; count = file.Read(buffer))
        {
            content.Write(buffer, 0, count);
            CheckLength(name, content.Length);
        }

        content.Position = 0;
        return content;
    }

    private static void CheckLength(string name, long bytes)
    {
        if (bytes > (long)MaximumMegabytes * BytesPerMegabyte)
            throw new SettingsException(name, $"is larger than {MaximumMegabytes} MB, which no state of a stack is", Expected);
    }

    private static JsonDocument Parse(string name, MemoryStream content)
    {
        try
        {
            return JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = MaximumDepth });
        }
        catch (JsonException problem)
        {
            throw content.Length == 0
                ? new SettingsException(name, "is empty", Expected)
                : new SettingsException(name, $"is not JSON from line {problem.LineNumber + 1} on, or was cut off there while it was written", Expected);
        }
    }

    private static EarlierState Interpret(string name, JsonElement root)
    {
        try
        {
            if (root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("deployment", out _) || root.TryGetProperty("checkpoint", out _)))
                return DeploymentJson.Read(name, root);
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("steps", out var steps))
                return EarlierPlanJson.Read(name, steps);
        }
        catch (FormatException problem)
        {
            throw new SettingsException(name, problem.Message, "export it again; a file that was edited by hand must keep its shape");
        }

        throw new SettingsException(name, "is JSON, but neither a state nor a plan", Expected);
    }

    private static void CheckOwner(EarlierState state, string project, string stack)
    {
        foreach (var resource in state.Resources)
        {
            var (otherStack, otherProject) = (Urn.Stack(resource.Urn), Urn.Project(resource.Urn));
            if (otherStack == stack && otherProject == project)
                continue;

            throw new SettingsException(
                state.FileName,
                $"is about the stack {otherStack} of the project {otherProject}, not {stack} of {project} ({resource.Urn})",
                $"export this stack: `pulumi stack export --stack {stack}`");
        }
    }

    // The CLI leaves unchanged resources out of its own `preview --json`, and all of these would look like new ones.
    private static void CheckCompleteness(EarlierState state)
    {
        var known = state.Resources.Select(resource => resource.Urn).ToHashSet();
        foreach (var resource in state.Resources.Where(resource => resource.Parent.Length > 0 && !known.Contains(resource.Parent)))
        {
            throw new SettingsException(
                state.FileName, $"is incomplete: it has '{resource.Urn}' without its parent '{resource.Parent}'",
                state.Kind == EarlierKind.Plan ? "use a plan of this preview, which lists every resource, or a state" : "export the state again");
        }
    }
}
