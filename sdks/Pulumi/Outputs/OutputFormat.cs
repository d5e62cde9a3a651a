using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Fills the holes of an interpolated string with values that may have to be waited for.</summary>
internal static class OutputFormat
{
    public static Output<string> Format(FormattableString text)
    {
        var holes = text.GetArguments().Select(Hole).ToImmutableArray();
        return OutputGathering.All(holes).Apply(values => string.Format(null, text.Format, values.AsSpan()!));
    }

    private static Output<object?> Hole(object? argument) => argument switch
    {
        IInput input => Hole(input.Content),
        IOutput output => OutputGathering.Untyped(output),
        _ => Output.Create(argument),
    };
}
