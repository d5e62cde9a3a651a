using System.Text;

namespace Pulumi.Protocol;

/// <summary>The Huffman code of header values (RFC 7541, appendix B). It is canonical, so the lengths of its codes define it.</summary>
internal static class Huffman
{
    private const int EndOfString = 256;
    private const int LongestCode = 30;

    // How long the code of each symbol is, in bits.
    private static ReadOnlySpan<byte> Lengths =>
    [
        13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28,
        6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
        13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6,
        15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28,
        20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
        22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
        26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27,
        20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26,
        30,
    ];

    private static readonly CanonicalCode Code = CanonicalCode.Of(Lengths, LongestCode);

    public static string Decode(ReadOnlySpan<byte> encoded)
    {
        var text = new StringBuilder(encoded.Length * 8 / 5);
        var (code, length) = (0, 0);
        foreach (var octet in encoded)
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                code = (code << 1) | ((octet >> bit) & 1);
                if (++length > LongestCode)
                    throw Malformed();
                if (Code.SymbolOf(code, length) is not { } symbol)
                    continue;
                if (symbol == EndOfString)
                    throw Malformed();
                text.Append((char)symbol);
                (code, length) = (0, 0);
            }
        }

        // What is left is padding: the first bits, all ones, of the end of the string.
        return length < 8 && code == (1 << length) - 1 ? text.ToString() : throw Malformed();
    }

    private static GrpcException Malformed() => new(GrpcStatusCode.Internal, "a header of the answer has a malformed Huffman code");

    /// <summary>Codes of one length are consecutive numbers, in the order of their symbols.</summary>
    private sealed class CanonicalCode(int[] firstCodes, int[] firstIndexes, int[] counts, int[] symbols)
    {
        public int? SymbolOf(int code, int length)
        {
            var offset = code - firstCodes[length];
            return offset >= 0 && offset < counts[length] ? symbols[firstIndexes[length] + offset] : null;
        }

        public static CanonicalCode Of(ReadOnlySpan<byte> lengths, int longest)
        {
            var (firstCodes, firstIndexes, counts) = (new int[longest + 1], new int[longest + 1], new int[longest + 1]);
            var symbols = new int[lengths.Length];
            var (code, index) = (0, 0);
            for (var length = 1; length <= longest; length++)
            {
                code <<= 1;
                (firstCodes[length], firstIndexes[length]) = (code, index);
                for (var symbol = 0; symbol < lengths.Length; symbol++)
                {
                    if (lengths[symbol] == length)
                        symbols[index++] = symbol;
                }

                counts[length] = index - firstIndexes[length];
                code += counts[length];
            }

            return new(firstCodes, firstIndexes, counts, symbols);
        }
    }
}
