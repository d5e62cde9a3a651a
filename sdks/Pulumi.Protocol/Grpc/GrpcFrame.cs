using System.Buffers.Binary;
using Google.Protobuf;

namespace Pulumi.Protocol;

/// <summary>A message as gRPC frames it: a compression flag, the length in four bytes, the message.</summary>
internal static class GrpcFrame
{
    /// <summary>The largest frame.</summary>
    public const int MaxLength = HeaderLength + GrpcLimits.MaxMessageSize;

    private const int HeaderLength = 5;

    public static PooledBytes Encode(IMessage message)
    {
        var size = message.CalculateSize();
        if (size > GrpcLimits.MaxMessageSize)
            throw TooLarge(size);

        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header[1..], size);
        var frame = new PooledBytes(HeaderLength + size);
        header.CopyTo(frame.Span);
        message.WriteTo(frame.Span[HeaderLength..]);
        return frame;
    }

    /// <summary>Reads the only message of a request or an answer.</summary>
    public static T Decode<T>(PooledBytes frame, MessageParser<T> parser)
        where T : IMessage<T>
    {
        if (frame.Length < HeaderLength)
            throw new GrpcException(GrpcStatusCode.Internal, $"the message ends after {frame.Length} of {HeaderLength} bytes");
        if (frame.Span[0] != 0)
            throw new GrpcException(
                GrpcStatusCode.Unimplemented, $"the message is compressed (flag {frame.Span[0]}), which was not agreed on");

        var length = BinaryPrimitives.ReadUInt32BigEndian(frame.Span[1..]);
        if (length > GrpcLimits.MaxMessageSize)
            throw TooLarge(length);
        if (length > frame.Length - HeaderLength)
            throw new GrpcException(
                GrpcStatusCode.Internal, $"the message ends after {frame.Length - HeaderLength} of {length} bytes");
        if (length < frame.Length - HeaderLength)
            throw new GrpcException(GrpcStatusCode.Internal, "more than one message arrived for a call that takes one");
        return Parse(frame, parser);
    }

    public static GrpcException TooLarge(long size) => new(
        GrpcStatusCode.ResourceExhausted, $"a message of {size} bytes is over the limit of {GrpcLimits.MaxMessageSize} bytes");

    private static T Parse<T>(PooledBytes frame, MessageParser<T> parser)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(frame.Span[HeaderLength..]);
        }
        catch (InvalidProtocolBufferException)
        {
            // Either it is malformed, or nested deeper than the quick way allows: the slower one tells.
            return ParseDeep(frame, parser);
        }
    }

    private static T ParseDeep<T>(PooledBytes frame, MessageParser<T> parser)
        where T : IMessage<T>
    {
        try
        {
            using var stream = frame.AsStream();
            stream.Position = HeaderLength;
            using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, GrpcLimits.MaxMessageDepth);
            return parser.ParseFrom(input);
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new GrpcException(
                GrpcStatusCode.Internal, $"the message is not a readable {typeof(T).Name}: {malformed.Message}", malformed);
        }
    }
}
