using Pulumirpc;

namespace Pulumi;

/// <summary>Says something to whoever runs the program.</summary>
public static class Log
{
    /// <summary>A detail that is shown only on request.</summary>
    /// <param name="message">The message.</param>
    /// <param name="resource">The resource it is about.</param>
    /// <param name="streamId">Groups messages that belong together.</param>
    /// <param name="ephemeral">Whether the message is shown only while the program runs.</param>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Log.Write(LogSeverity.Debug, message, resource, streamId, ephemeral);

    /// <summary>Something worth knowing.</summary>
    /// <inheritdoc cref="Debug"/>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Log.Write(LogSeverity.Info, message, resource, streamId, ephemeral);

    /// <summary>Something that may be wrong.</summary>
    /// <inheritdoc cref="Debug"/>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Log.Write(LogSeverity.Warning, message, resource, streamId, ephemeral);

    /// <summary>An error: the program goes on, but fails in the end.</summary>
    /// <inheritdoc cref="Debug"/>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Required.Log.Write(LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>An exception as an error, with its stack trace.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="resource">The resource it is about.</param>
    /// <param name="streamId">Groups messages that belong together.</param>
    /// <param name="ephemeral">Whether the message is shown only while the program runs.</param>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Error(exception.ToString(), resource, streamId, ephemeral);
}
