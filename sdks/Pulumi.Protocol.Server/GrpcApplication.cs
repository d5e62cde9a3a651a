using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pulumi.Protocol.Server;

/// <summary>Answers HTTP/2 requests as gRPC does: always 200, the outcome in the trailers.</summary>
internal sealed class GrpcApplication(IEnumerable<GrpcHandler> handlers) : IHttpApplication<HttpContext>
{
    private readonly Dictionary<string, GrpcHandler> _handlers = handlers.ToDictionary(handler => handler.Path);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) != true)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        context.Response.ContentType = "application/grpc";
        try
        {
            await AnswerAsync(context);
            Finish(context, GrpcStatusCode.Ok, "");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; there is nobody to answer.
        }
        catch (GrpcException refusal)
        {
            Finish(context, refusal.Code, refusal.Message);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            Finish(context, GrpcStatusCode.Unknown, failure.Message);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!_handlers.TryGetValue(context.Request.Path, out var handler))
            throw new GrpcException(GrpcStatusCode.Unimplemented, $"unknown method {context.Request.Path}");

        using var request = await ReadAsync(context.Request.BodyReader, context.RequestAborted);
        using var answer = await handler.AnswerAsync(request, context.RequestAborted);
        await context.Response.Body.WriteAsync(answer.Memory, context.RequestAborted);
    }

    private static async Task<PooledBytes> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        var request = new PooledBytes(0);
        ReadResult read;
        do
        {
            read = await body.ReadAsync(cancellationToken);
            if (request.Length + read.Buffer.Length > GrpcFrame.MaxLength)
                throw GrpcFrame.TooLarge(request.Length + read.Buffer.Length);
            foreach (var part in read.Buffer)
                request.Append(part.Span);
            body.AdvanceTo(read.Buffer.End);
        }
        while (!read.IsCompleted);
        return request;
    }

    private static void Finish(HttpContext context, GrpcStatusCode code, string message)
    {
        var trailers = context.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers;
        trailers["grpc-status"] = ((int)code).ToString(CultureInfo.InvariantCulture);
        if (message.Length > 0)
            trailers["grpc-message"] = GrpcMessageText.Encode(message);
    }
}
