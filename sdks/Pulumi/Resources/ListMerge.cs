namespace Pulumi;

/// <summary>Appends lists of options; a result never shares a list with what it was made from.</summary>
internal static class ListMerge
{
    public static List<T>? Concat<T>(List<T>? first, List<T>? second)
    {
        if (first is null)
            return second is null ? null : [.. second];
        return second is null ? [.. first] : [.. first, .. second];
    }

    public static InputList<T>? Concat<T>(InputList<T>? first, InputList<T>? second)
    {
        if (first is null)
            return second?.Concat([]);
        return first.Concat(second ?? []);
    }
}
