using System.Diagnostics;
using Pulumi;
using Sdks.Tests.Support;

namespace Sdks.Tests.Deployments;

public class RegistrationPaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<(bool IsOver, TimeSpan Longest)> _pauses = [];

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
    public void A_program_pauses_after_every_64_resources_while_128_wait()
    {
        Declare(Paced(waiting: 128), 64 * 7);

        Assert.Equal(7, _pauses.Count);
        Assert.All(_pauses, pause => Assert.False(pause.IsOver));
    }

    [Fact]
    public void A_program_of_which_fewer_wait_never_pauses()
    {
        Declare(Paced(waiting: 127), 64 * 100);

        Assert.Empty(_pauses);
    }

    [Fact]
    public void A_pause_is_over_when_the_engine_has_caught_up()
    {
        var pace = Paced(waiting: 129, duringPause: pace => pace.End());

        Declare(pace, 64 * 3);

        Assert.Equal([false, true], _pauses.Select(pause => pause.IsOver));
    }

    /// <summary>Half of what the official SDK needs is the limit for the whole program: 5.4 s for 9,997 resources.</summary>
    [Fact]
    public void An_engine_that_only_waits_delays_ten_thousand_resources_by_less_than_two_seconds()
    {
        Declare(Paced(waiting: 128), 9_997);

        Assert.True(_pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause.Longest) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Pauses_take_time()
    {
        var pace = new RegistrationPace();
        for (var number = 0; number < 128; number++)
            pace.Begin();

        var clock = Stopwatch.StartNew();
        Declare(pace, 64 * 10);

        Assert.InRange(clock.Elapsed, TimeSpan.FromMilliseconds(100), Patience);
    }

    private RegistrationPace Paced(int waiting, Action<RegistrationPace>? duringPause = null)
    {
        RegistrationPace? pace = null;
        pace = new RegistrationPace((isOver, longest) =>
        {
            duringPause?.Invoke(pace!);
            _pauses.Add((isOver(), longest));
            return isOver();
        });
        for (var number = 0; number < waiting; number++)
            pace.Begin();
        return pace;
    }

    private static void Declare(RegistrationPace pace, int resources)
    {
        for (var number = 0; number < resources; number++)
            pace.Keep();
    }
}
