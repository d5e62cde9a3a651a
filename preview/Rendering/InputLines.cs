using Preview.Engine;
using Pulumi.Protocol;

namespace Preview.Rendering;

/// <summary>The lines below a resource in the tree.</summary>
public static class InputLines
{
    /// <summary>The lines for one resource.</summary>
    public static IEnumerable<string> Of(Registration resource, InputDetail detail) => detail switch
    {
        InputDetail.Key => KeyInputs.Of(resource),
        InputDetail.All => PropertyText.Sorted(resource.Inputs).SelectMany(input => InFull(input.Key, input.Value)),
        _ => [],
    };

    private static IEnumerable<string> InFull(string name, PropertyValue value) =>
        value is PropertyValue.String text && text.Value.Contains('\n', StringComparison.Ordinal)
            ? [$"{name}:", .. text.Value.TrimEnd().Split('\n').Select(line => $"  {line.TrimEnd()}")]
            : [$"{name}: {PropertyText.Exact(value)}"];
}
