using System.Text;

namespace Preview;

/// <summary>A standard stream of this process, which may turn out to be closed or full.</summary>
/// <param name="stream">The stream as the runtime opened it, which writes through at once.</param>
/// <param name="onFailure">Receives why a write failed.</param>
internal sealed class StandardStream(TextWriter stream, Action<Exception> onFailure) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => stream.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Guard(value, stream.Write);

    /// <inheritdoc/>
    public override void Write(string? value) => Guard(value, stream.Write);

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Guard(value, stream.WriteLine);

    private void Guard<T>(T value, Action<T> write)
    {
        try
        {
            write(value);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            onFailure(reason);
        }
    }
}
