namespace Pulumi;

/// <summary>
/// Slows down a program that declares resources faster than the engine takes them, because each one that waits holds its arguments
/// and its request. Only a little at a time: what they wait for may be what the program does next.
/// </summary>
internal sealed class RegistrationPace
{
    private const int Step = 64;
    private const int Lead = 128;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(25);

    private int _declared;
    private int _waiting;

    public void Begin() => Interlocked.Increment(ref _waiting);

    public void End() => Interlocked.Decrement(ref _waiting);

    /// <summary>Pauses after every <see cref="Step"/> resources, until few enough wait or the pause is long enough.</summary>
    public void Keep()
    {
        if (Interlocked.Increment(ref _declared) % Step == 0)
            SpinWait.SpinUntil(() => Volatile.Read(ref _waiting) < Lead, LongestPause);
    }
}
