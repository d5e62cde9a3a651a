using System.Diagnostics;
using Pulumi;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class RegistrationPaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Many_resources_may_wait_for_what_the_program_does_last()
    {
        var program = Task.Run(() => TestProgram.SentByAsync(() =>
        {
            var label = new TaskCompletionSource<string>();
            for (var number = 0; number < 500; number++)
                _ = new Widget($"w{number}", new() { Label = Output.Create(label.Task) });
            label.SetResult("x");
        }));

        var sent = await program.WaitAsync(Patience);

        Assert.Equal("x", sent["w499"].Object.Fields["label"].StringValue);
    }

    [Fact]
    public void A_program_pauses_a_little_while_too_many_resources_wait()
    {
        var pace = new RegistrationPace();
        for (var number = 0; number < 500; number++)
            pace.Begin();

        var clock = Stopwatch.StartNew();
        for (var number = 0; number < 500; number++)
            pace.Keep();

        Assert.InRange(clock.Elapsed, TimeSpan.FromMilliseconds(100), Patience);
    }
}
