using System.Reflection;

namespace Pulumi;

/// <summary>What the user is told of a failure: mistakes that can be mended in a sentence, anything else with its stack trace.</summary>
internal static class FailureText
{
    public static string Of(Exception failure) => failure switch
    {
        RunException => failure.Message,
        ResourceException { HideStack: true } => failure.Message,
        ResourceException => failure.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}",
    };
}
