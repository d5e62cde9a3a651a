using System.CommandLine;
using System.Text;
using Preview;
using Preview.Rendering;

// Output that is piped must not begin with a byte order mark.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
// Nobody is left to be told that nobody can be told; the exit code says it all.
using var error = new StandardStream(Console.Error, _ => { });
using var output = new StandardStream(Console.Out, reason => throw new OutputException(reason));
Console.SetError(error);
Console.SetOut(output);
var preview = new PreviewCommand(Console.Out, Console.Error, Palette.ForConsole(Console.IsOutputRedirected));
var parsed = CommandLine.Create(preview.RunAsync).Parse(args);
if (parsed.Errors.Count == 0)
    return await RunAsync(parsed);
foreach (var problem in parsed.Errors)
    await Console.Error.WriteLineAsync($"error: {problem.Message}");
await Console.Error.WriteLineAsync("Run with --help to see the options.");
return ExitCodes.SettingsWrong;

static async Task<int> RunAsync(ParseResult command)
{
    try
    {
        return await command.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
    }
    catch (OutputException problem)
    {
        await Console.Error.WriteLineAsync($"error: {problem.Message}");
        return ExitCodes.ProgramFailed;
    }
}
