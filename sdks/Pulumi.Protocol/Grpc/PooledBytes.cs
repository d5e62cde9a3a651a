using System.Buffers;

namespace Pulumi.Protocol;

/// <summary>Octets in an array of the shared pool, which gets it back on disposal.</summary>
internal sealed class PooledBytes(int length) : IDisposable
{
    private const int SmallestArray = 256;

    private byte[] _array = length == 0 ? [] : ArrayPool<byte>.Shared.Rent(length);

    public int Length { get; private set; } = length;

    public Span<byte> Span => _array.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _array.AsMemory(0, Length);

    public MemoryStream AsStream() => new(_array, 0, Length, writable: false);

    public void Append(ReadOnlySpan<byte> octets)
    {
        var needed = Length + octets.Length;
        if (needed > _array.Length)
            Grow((int)Math.Clamp(2L * _array.Length, Math.Max(needed, SmallestArray), Array.MaxLength));
        octets.CopyTo(_array.AsSpan(Length));
        Length = needed;
    }

    public void Clear() => Length = 0;

    public void Dispose()
    {
        Length = 0;
        Return(_array);
        _array = [];
    }

    private void Grow(int capacity)
    {
        var larger = ArrayPool<byte>.Shared.Rent(capacity);
        Span.CopyTo(larger);
        Return(_array);
        _array = larger;
    }

    private static void Return(byte[] array)
    {
        if (array.Length > 0)
            ArrayPool<byte>.Shared.Return(array);
    }
}
