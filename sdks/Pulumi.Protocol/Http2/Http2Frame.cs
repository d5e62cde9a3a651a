using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Pulumi.Protocol;

/// <summary>The nine octets before each frame (RFC 9113, section 4.1).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Http2Frame(int length, Http2FrameType type, byte flags, int streamId)
{
    public const int HeaderLength = 9;

    public int Length { get; } = length;

    public Http2FrameType Type { get; } = type;

    public int StreamId { get; } = streamId;

    public bool Has(byte flag) => (flags & flag) != 0;

    public static Http2Frame Read(ReadOnlySpan<byte> header) => new(
        (header[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(header[1..]),
        (Http2FrameType)header[3],
        header[4],
        BinaryPrimitives.ReadInt32BigEndian(header[5..]) & int.MaxValue);

    public void Write(Span<byte> header)
    {
        header[0] = (byte)(Length >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(header[1..], (ushort)Length);
        header[3] = (byte)Type;
        header[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(header[5..], StreamId);
    }
}

/// <summary>Frame types (RFC 9113, section 6).</summary>
internal enum Http2FrameType : byte
{
    Data = 0,
    Headers = 1,
    Priority = 2,
    ResetStream = 3,
    Settings = 4,
    PushPromise = 5,
    Ping = 6,
    GoAway = 7,
    WindowUpdate = 8,
    Continuation = 9,
}

/// <summary>Frame flags; what a bit means depends on the type of the frame.</summary>
internal static class Http2Flags
{
    public const byte None = 0;
    public const byte Acknowledge = 0x1;
    public const byte EndStream = 0x1;
    public const byte EndHeaders = 0x4;
    public const byte Padded = 0x8;
    public const byte Priority = 0x20;
}

/// <summary>Settings (RFC 9113, section 6.5.2).</summary>
internal enum Http2Setting
{
    HeaderTableSize = 1,
    EnablePush = 2,
    MaxConcurrentStreams = 3,
    InitialWindowSize = 4,
    MaxFrameSize = 5,
}

/// <summary>Error codes that matter to a client (RFC 9113, section 7).</summary>
internal enum Http2Error
{
    NoError = 0x0,
    RefusedStream = 0x7,
    Cancel = 0x8,
    EnhanceYourCalm = 0xb,
    InadequateSecurity = 0xc,
}
