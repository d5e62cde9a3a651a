using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace Ci.Tests;

/// <summary>A pipeline as gitlab-ci-local resolves it: includes, inputs, defaults and <c>extends</c> applied, rules evaluated.</summary>
internal sealed class ResolvedPipeline : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lhd-pipeline-");

    private ResolvedPipeline()
    {
    }

    /// <summary>The pipeline of this repository, with a job <c>pipeline</c> that has the rules of <c>workflow</c>, which it evaluates too.</summary>
    public static async Task<ResolvedPipeline> OfRepositoryAsync()
    {
        var text = await File.ReadAllTextAsync(GitLabFiles.Pipeline);
        var workflow = Mapping(Mapping(new DeserializerBuilder().Build().Deserialize(text)!)["workflow"]);
        var probe = new Dictionary<string, object> { ["pipeline"] = new Dictionary<string, object> { ["script"] = "echo", ["rules"] = workflow["rules"] } };
        return await CreateAsync(text + new SerializerBuilder().Build().Serialize(probe));
    }

    /// <summary>The pipeline of an application that includes the template.</summary>
    /// <param name="inputs">Inputs besides <c>infra-project</c>, as YAML lines.</param>
    public static Task<ResolvedPipeline> OfApplicationAsync(params IReadOnlyList<string> inputs) => CreateAsync(
        $"""
        include:
          - local: template.yml
            inputs:
              infra-project: acme/lhd
        {string.Concat(inputs.Select(input => $"      {input}\n"))}
        """);

    /// <summary>The jobs that a pipeline has, with when they run.</summary>
    /// <param name="variables">What GitLab would set, as <c>NAME=value</c>.</param>
    public async Task<Dictionary<string, string>> JobsAsync(params IReadOnlyList<string> variables)
    {
        var output = await RunAsync(["--list-json", .. variables.SelectMany(variable => new[] { "--variable", variable })]);
        return JsonNode.Parse(After("\n[", output))!.AsArray()
            .Select(job => (Name: (string)job!["name"]!, When: (string)job["when"]!))
            .Where(job => job.When != "never")
            .ToDictionary(job => job.Name, job => job.When);
    }

    /// <summary>The jobs in full, by name.</summary>
    public async Task<Dictionary<string, Dictionary<string, object>>> ResolveAsync()
    {
        var output = await RunAsync(["--preview"]);
        return Mapping(new DeserializerBuilder().Build().Deserialize(After("\n---", output))!)
            .Where(entry => entry.Value is Dictionary<object, object> job && (job.ContainsKey("script") || job.ContainsKey("trigger")))
            .ToDictionary(entry => entry.Key, entry => Mapping(entry.Value));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A YAML mapping by the text of its keys.</summary>
    public static Dictionary<string, object> Mapping(object value) =>
        ((Dictionary<object, object>)value).ToDictionary(entry => (string)entry.Key, entry => entry.Value);

    private static string After(string beginning, string output) => output[output.IndexOf(beginning, StringComparison.Ordinal)..];

    private static async Task<ResolvedPipeline> CreateAsync(string text)
    {
        var pipeline = new ResolvedPipeline();
        var folder = pipeline._folder.FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, ".gitlab-ci.yml"), text);
        File.Copy(GitLabFiles.Template, Path.Combine(folder, "template.yml"));
        await Tool.AcceptAsync(
            "bash", "", "-c",
            $"cd '{folder}' && git init -q -b main && git remote add origin git@gitlab.example.com:acme/shop.git && git add -A && "
            + "git -c user.name=test -c user.email=test@example.com commit -q -m test");
        return pipeline;
    }

    private async Task<string> RunAsync(IReadOnlyList<string> arguments)
    {
        // Its messages go to the standard error; its warnings come before what it prints.
        var errors = Path.Combine(_folder.FullName, "errors");
        var tool = GitLabFiles.InTool("node_modules", ".bin", "gitlab-ci-local");
        var result = await Tool.RunAsync("bash", ["-c", "exec node \"$@\" 2>errors", "bash", tool, "--no-color", .. arguments], _folder.FullName, "");
        Assert.True(result.ExitCode == 0, await File.ReadAllTextAsync(errors));
        return "\n" + result.Output;
    }
}
