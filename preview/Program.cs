using System.Text;
using Preview;
using Preview.Rendering;

// Output that is piped must not begin with a byte order mark.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var preview = new PreviewCommand(Console.Out, Console.Error, Palette.ForConsole(Console.IsOutputRedirected));
var parsed = CommandLine.Create(preview.RunAsync).Parse(args);
if (parsed.Errors.Count == 0)
    return await parsed.InvokeAsync();

foreach (var problem in parsed.Errors)
    await Console.Error.WriteLineAsync($"error: {problem.Message}");
await Console.Error.WriteLineAsync("Run with --help to see the options.");
return ExitCodes.SettingsWrong;
