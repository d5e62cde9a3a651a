namespace Preview.Planning;

/// <summary>Compares names as people do: <c>node-2</c> before <c>node-10</c>.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    private NaturalOrder()
    {
    }

    /// <summary>The only one.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x ?? "", right = y ?? "";
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var order = CompareStart(ref left, ref right);
            if (order != 0)
                return order;
        }

        return (left.Length - right.Length) is var rest and not 0 ? rest : string.CompareOrdinal(x, y);
    }

    private static int CompareStart(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        if (char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]))
        {
            ReadOnlySpan<char> leftNumber = TakeNumber(ref left), rightNumber = TakeNumber(ref right);
            return leftNumber.Length != rightNumber.Length
                ? leftNumber.Length - rightNumber.Length
                : leftNumber.SequenceCompareTo(rightNumber);
        }

        var order = left[0].CompareTo(right[0]);
        left = left[1..];
        right = right[1..];
        return order;
    }

    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var number = end < 0 ? text : text[..end];
        text = text[number.Length..];
        return number.TrimStart('0');
    }
}
