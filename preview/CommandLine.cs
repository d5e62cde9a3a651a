using System.CommandLine;
using Preview.Rendering;
using Preview.Settings;

namespace Preview;

/// <summary>Options and help text.</summary>
public static class CommandLine
{
    private const string Description =
        """
        Runs a Pulumi program without the Pulumi CLI, an account or a network, and shows what `pulumi up` would do.

        Exit code 0: planned; 1: the program failed; 2: the settings, the command line or the file to compare with are wrong;
        3: planned, but `pulumi up` would refuse to delete what is protected.
        """;

    private const int DefaultTimeoutSeconds = 600;

    private static readonly Option<string> Stack = new("--stack", "-s") { Required = true, HelpName = "name", Description = "The stack to preview" };

    private static readonly Option<string> Folder = new("--cwd", "-C")
    {
        HelpName = "folder",
        Description = "Where Pulumi.yaml is",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<bool> Json = new("--json", "-j") { Description = "Print JSON in the shape of `pulumi preview --json`" };

    private static readonly Option<bool> Markdown = new("--markdown") { Description = "Print Markdown for a note on a merge request" };

    private static readonly Option<string?> DiffFrom = new("--diff-from")
    {
        HelpName = "file",
        Description = "Compare with the JSON of `pulumi stack export`, or of an earlier --json; without it the stack is taken to be empty",
    };

    private static readonly Option<string?> Compose = new("--compose")
    {
        HelpName = "folder",
        Description = "Write the services as a Compose file for `docker stack deploy`, with configs and secrets beside it; for a stack of one Docker Engine",
    };

    private static readonly Option<string> Inputs = new("--show-inputs")
    {
        Description = "Inputs below each resource: those that matter, all, or none",
        DefaultValueFactory = _ => "key",
    };

    private static readonly Option<bool> Debug = new("--debug") { Description = "Show debug messages of the program too" };

    private static readonly Option<bool> NoBuild = new("--no-build") { Description = "Run the program as it was built before" };

    private static readonly Option<int> Timeout = new("--timeout")
    {
        HelpName = "seconds",
        Description = "How long the program may run",
        DefaultValueFactory = _ => DefaultTimeoutSeconds,
    };

    static CommandLine()
    {
        Inputs.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<InputDetail>().Select(name => name.ToLowerInvariant()).ToArray());
        Stack.Validators.Add(result => Check(result, StackNames.IsValid(result.GetValueOrDefault<string>() ?? ""), "a stack's name has letters, digits, '-', '_' and '.' only"));
        Folder.Validators.Add(result => Check(result, Directory.Exists(result.GetValueOrDefault<string>()), "there is no such folder"));
        DiffFrom.Validators.Add(result => Check(result, result.GetValueOrDefault<string?>() is not { Length: 0 }, "the name of a file is expected"));
        Compose.Validators.Add(result => Check(result, result.GetValueOrDefault<string?>() is { Length: > 0 } name && !File.Exists(name), "the name of a folder is expected"));
        Timeout.Validators.Add(result => Check(result, IsPositive(result), "a number of seconds above 0 is expected"));
    }

    /// <summary>The command.</summary>
    /// <param name="run">What to do with the options; returns the exit code.</param>
    public static RootCommand Create(Func<PreviewOptions, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand(Description) { Stack, Folder, Json, Markdown, DiffFrom, Compose, Inputs, Debug, NoBuild, Timeout };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Json) && result.GetValue(Markdown))
                result.AddError("--json and --markdown: choose one of them");
            if (result.GetValue(Compose) is not null && (result.GetValue(Json) || result.GetValue(Markdown) || result.GetValue(DiffFrom) is not null))
                result.AddError("--compose writes files, so it goes with none of --json, --markdown and --diff-from");
        });
        command.SetAction((parsed, cancellationToken) => run(Options(parsed), cancellationToken));
        return command;
    }

    private static PreviewOptions Options(ParseResult parsed) => new(
        parsed.GetRequiredValue(Stack),
        Path.GetFullPath(parsed.GetRequiredValue(Folder)),
        parsed.GetValue(Json) ? PlanFormat.Json : parsed.GetValue(Markdown) ? PlanFormat.Markdown : PlanFormat.Tree,
        Enum.Parse<InputDetail>(parsed.GetRequiredValue(Inputs), ignoreCase: true),
        parsed.GetValue(DiffFrom) is { } file ? Path.GetFullPath(file) : null,
        parsed.GetValue(Debug),
        parsed.GetValue(NoBuild),
        TimeSpan.FromSeconds(parsed.GetValue(Timeout)))
    {
        Compose = parsed.GetValue(Compose) is { } target ? Path.GetFullPath(target) : null,
    };

    /// <summary>Reads the text, since asking for the number throws where there is none.</summary>
    private static bool IsPositive(System.CommandLine.Parsing.OptionResult result) =>
        result.Tokens is [] || (result.Tokens is [var text] && int.TryParse(text.Value, out var seconds) && seconds > 0);

    private static void Check(System.CommandLine.Parsing.OptionResult result, bool isValid, string expectation)
    {
        if (!isValid)
            result.AddError($"{result.Option.Name} '{string.Join(' ', result.Tokens)}': {expectation}");
    }
}
