namespace Pulumi;

/// <summary>
/// Slows down a program that declares resources faster than the engine takes them, because each one that waits holds its arguments
/// and its request. Only a little at a time: what they wait for may be what the program does next.
/// </summary>
/// <param name="waitUntil">Waits until something holds, or for a time.</param>
internal sealed class RegistrationPace(Func<Func<bool>, TimeSpan, bool> waitUntil)
{
    private const int Step = 64;
    private const int Lead = 128;

    // Longer than an engine that takes six thousand resources a second needs for a step, and short enough for one that waits for
    // something else, such as a provider: it delays a program by a fifth of a second for a thousand resources.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(12);

    private int _declared;
    private int _waiting;

    public RegistrationPace()
        : this(SpinWait.SpinUntil)
    {
    }

    public void Begin() => Interlocked.Increment(ref _waiting);

    public void End() => Interlocked.Decrement(ref _waiting);

    /// <summary>Pauses after every <see cref="Step"/> resources, until few enough wait or the pause is long enough.</summary>
    public void Keep()
    {
        if (Interlocked.Increment(ref _declared) % Step == 0 && !FewWait())
            waitUntil(FewWait, LongestPause);
    }

    private bool FewWait() => Volatile.Read(ref _waiting) < Lead;
}
