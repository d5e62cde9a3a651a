namespace Pulumi;

/// <summary>The mark of an output that holds its data.</summary>
internal sealed class OutputState
{
    public static readonly OutputState Done = new();

    private OutputState()
    {
    }
}
