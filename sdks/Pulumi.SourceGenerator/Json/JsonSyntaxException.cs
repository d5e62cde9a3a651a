namespace Pulumi.SourceGenerator.Json;

/// <summary>The text is not JSON; reading ends at the first such place.</summary>
internal sealed class JsonSyntaxException(string message, int offset) : Exception(message)
{
    public int Offset { get; } = offset;
}
