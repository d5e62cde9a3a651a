using System.CommandLine;
using Preview.Rendering;
using Preview.Settings;

namespace Preview;

/// <summary>Options and help text.</summary>
public static class CommandLine
{
    private const string Description =
        """
        Runs a Pulumi program without the Pulumi CLI, an account or a network, and shows what `pulumi up` would create.

        Exit code 0: planned; 1: the program failed; 2: the settings or the command line are wrong.
        """;

    private const int DefaultTimeoutSeconds = 600;

    /// <summary>The command.</summary>
    /// <param name="run">What to do with the options; returns the exit code.</param>
    public static RootCommand Create(Func<PreviewOptions, CancellationToken, Task<int>> run)
    {
        var stack = new Option<string>("--stack", "-s") { Required = true, HelpName = "name", Description = "The stack to preview" };
        var folder = new Option<string>("--cwd", "-C")
        {
            HelpName = "folder",
            Description = "Where Pulumi.yaml is",
            DefaultValueFactory = _ => ".",
        };
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON in the shape of `pulumi preview --json`" };
        var inputs = new Option<string>("--show-inputs")
        {
            Description = "Inputs below each resource: those that matter, all, or none",
            DefaultValueFactory = _ => "key",
        };
        inputs.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<InputDetail>().Select(name => name.ToLowerInvariant()).ToArray());
        var debug = new Option<bool>("--debug") { Description = "Show debug messages of the program too" };
        var noBuild = new Option<bool>("--no-build") { Description = "Run the program as it was built before" };
        var timeout = new Option<int>("--timeout")
        {
            HelpName = "seconds",
            Description = "How long the program may run",
            DefaultValueFactory = _ => DefaultTimeoutSeconds,
        };
        stack.Validators.Add(result => Check(result, StackNames.IsValid(result.GetValueOrDefault<string>() ?? ""), "a stack's name has letters, digits, '-', '_' and '.' only"));
        folder.Validators.Add(result => Check(result, Directory.Exists(result.GetValueOrDefault<string>()), "there is no such folder"));
        timeout.Validators.Add(result => Check(result, IsPositive(result), "a number of seconds above 0 is expected"));

        var command = new RootCommand(Description) { stack, folder, json, inputs, debug, noBuild, timeout };
        command.SetAction((parsed, cancellationToken) => run(
            new(
                parsed.GetRequiredValue(stack),
                Path.GetFullPath(parsed.GetRequiredValue(folder)),
                parsed.GetValue(json),
                Enum.Parse<InputDetail>(parsed.GetRequiredValue(inputs), ignoreCase: true),
                parsed.GetValue(debug),
                parsed.GetValue(noBuild),
                TimeSpan.FromSeconds(parsed.GetValue(timeout))),
            cancellationToken));
        return command;
    }

    /// <summary>Reads the text, since asking for the number throws where there is none.</summary>
    private static bool IsPositive(System.CommandLine.Parsing.OptionResult result) =>
        result.Tokens is [] || (result.Tokens is [var text] && int.TryParse(text.Value, out var seconds) && seconds > 0);

    private static void Check(System.CommandLine.Parsing.OptionResult result, bool isValid, string expectation)
    {
        if (!isValid)
            result.AddError($"{result.Option.Name} '{string.Join(' ', result.Tokens)}': {expectation}");
    }
}
