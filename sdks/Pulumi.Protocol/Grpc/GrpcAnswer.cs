using System.Globalization;
using Google.Protobuf;

namespace Pulumi.Protocol;

/// <summary>Reads the answer to a call: its message and, from the trailers, its status.</summary>
internal static class GrpcAnswer
{
    public static T Read<T>(Http2Answer answer, MessageParser<T> parser)
        where T : IMessage<T>
    {
        if (Failure(answer.Trailers) is { } failure)
            throw failure;
        RefuseOtherProtocols(answer.Headers);
        if (!answer.Trailers.ContainsKey("grpc-status"))
            throw new GrpcException(GrpcStatusCode.Internal, "the answer ended without a grpc-status");
        return answer.Body is { } body
            ? GrpcFrame.Decode(body, parser)
            : throw new GrpcException(GrpcStatusCode.Internal, "the call succeeded, but the answer has no message");
    }

    private static GrpcException? Failure(IReadOnlyDictionary<string, string> trailers)
    {
        var status = trailers.GetValueOrDefault("grpc-status");
        if (status is null or "0")
            return null;

        var isKnown = int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= (int)GrpcStatusCode.Unauthenticated;
        return new(
            isKnown ? (GrpcStatusCode)number : GrpcStatusCode.Unknown,
            trailers.TryGetValue("grpc-message", out var text)
                ? GrpcMessageText.Decode(text)
                : $"the server answered with status {status}");
    }

    private static void RefuseOtherProtocols(IReadOnlyDictionary<string, string> headers)
    {
        var status = headers.GetValueOrDefault(":status");
        if (status != "200")
            throw new GrpcException(CodeOf(status), $"the server answered with HTTP status {status}");

        var type = headers.GetValueOrDefault("content-type");
        if (type?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) != true)
            throw new GrpcException(GrpcStatusCode.Unknown, $"the server answered with content type '{type}', not application/grpc");
    }

    // https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md
    private static GrpcStatusCode CodeOf(string? status) => status switch
    {
        "400" => GrpcStatusCode.Internal,
        "401" => GrpcStatusCode.Unauthenticated,
        "403" => GrpcStatusCode.PermissionDenied,
        "404" => GrpcStatusCode.Unimplemented,
        "429" or "502" or "503" or "504" => GrpcStatusCode.Unavailable,
        _ => GrpcStatusCode.Unknown,
    };
}
