using Preview.Planning;
using Preview.Settings;

namespace Preview.Compose;

/// <summary>Where a plan is written as a Compose file, and what was generated for it before.</summary>
/// <param name="folder">The folder.</param>
internal sealed class ComposeRun(string folder)
{
    private readonly GeneratedValues _values = GeneratedValues.Load(folder);

    /// <summary>The answers with which the program must be run.</summary>
    public GeneratingAnswers Answers => new(_values);

    /// <summary>Writes the plan, and says what to do with it.</summary>
    /// <exception cref="SettingsException">The folder cannot be written.</exception>
    public string Write(Plan plan)
    {
        var changed = Save(ComposeProject.Files(plan, _values));
        return $"""
            {(changed == 0 ? "Nothing has changed in" : $"{changed} files written to")} {folder}

            Deploy it:
                sh {Quoted(ComposeProject.ScriptName)}
                docker stack deploy -c {Quoted(ComposeProject.FileName)} {plan.Project}

            URLs and passwords are in {folder}/{ComposeProject.OutputsName}.

            """;
    }

    /// <summary>A path in the folder as a shell takes it for one word.</summary>
    private string Quoted(string name)
    {
        var path = $"{folder}/{name}";
        return path.All(letter => char.IsLetterOrDigit(letter) || "/\\:._-+@%".Contains(letter, StringComparison.Ordinal)) ? path : $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    private int Save(IReadOnlyDictionary<string, string> files)
    {
        try
        {
            return ComposeFolder.Write(folder, files);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(folder, $"the Compose file cannot be written: {problem.Message.TrimEnd('.')}", "name a folder that can be written with --compose");
        }
    }
}
