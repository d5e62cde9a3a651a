namespace Sdks.Tests.Recordings.Facts;

/// <summary>What a test under mocks gets without asking for it.</summary>
public class MockFactTests
{
    [Fact]
    public async Task Names_have_defaults_and_the_run_is_a_preview()
    {
        var output = await RunAsync("names", """
            await Deployment.TestAsync(new Mocks(), new TestOptions(), () =>
            {
                var it = Deployment.Instance;
                Console.Write($"{it.OrganizationName} {it.ProjectName} {it.StackName} {it.IsDryRun}");
            });
            """);

        Assert.Equal("organization project stack True", output);
    }

    [Fact]
    public async Task A_mock_that_gives_no_id_leaves_the_imported_one()
    {
        var output = await RunAsync("import", """
            var resources = await Deployment.TestAsync(new Mocks(), new TestOptions(), () =>
            {
                _ = new CustomResource("test:index:Thing", "t", ResourceArgs.Empty, new() { ImportId = "i-1" });
            });
            foreach (var resource in resources.OfType<CustomResource>())
                Console.Write(await Pulumi.Utilities.OutputUtilities.GetValueAsync(resource.Id));
            """);

        Assert.Equal("i-1", output);
    }

    [Fact]
    public async Task Several_errors_are_one_exception_of_them_all()
    {
        var output = await RunAsync("errors", """
            try
            {
                await Deployment.TestAsync(new Mocks(), new TestOptions(), () => { Log.Error("one"); Log.Error("two"); });
            }
            catch (AggregateException errors)
            {
                Console.Write(string.Join(", ", errors.InnerExceptions.Select(error => $"{error.GetType().Name} {error.Message}")));
            }
            """);

        Assert.Equal("RunException one, RunException two", output);
    }

    private static async Task<string> RunAsync(string name, string body)
    {
        var (exitCode, stdout, stderr) = await ProgramProcess.RunAsync(
            ProgramCompiler.CompileSource($"mock-fact-{name}", Prelude.Replace("BODY", body, StringComparison.Ordinal)), []);
        Assert.True(exitCode == 0, stderr);
        return stdout;
    }

    private const string Prelude = """
        using System;
        using System.Linq;
        using System.Threading.Tasks;
        using Pulumi;
        using Pulumi.Testing;

        BODY

        class Mocks : IMocks
        {
            public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>((null, args.Inputs));
            public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
        }
        """;
}
