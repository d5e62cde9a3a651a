using System.Text;

namespace Pulumi.Protocol;

/// <summary>
/// Reads a header block (RFC 7541). The table of earlier headers is not kept: the connection asks the server to do without,
/// by a table size of 0.
/// </summary>
internal ref struct HpackDecoder(ReadOnlySpan<byte> block)
{
    private ReadOnlySpan<byte> _rest = block;

    public static Dictionary<string, string> Decode(ReadOnlySpan<byte> block)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        var decoder = new HpackDecoder(block);
        while (decoder._rest.Length > 0)
        {
            if (decoder.Next() is not (var name, var value))
                continue;
            headers[name] = headers.TryGetValue(name, out var earlier) ? $"{earlier}, {value}" : value;
        }

        return headers;
    }

    private (string Name, string Value)? Next()
    {
        var first = _rest[0];
        if ((first & 0x80) != 0)
            return HpackStaticTable.Entry(Integer(prefixBits: 7));
        if ((first & 0xe0) == 0x20)
        {
            // A new size for the table, which stays empty.
            Integer(prefixBits: 5);
            return null;
        }

        var index = Integer((first & 0x40) != 0 ? 6 : 4);
        var name = index == 0 ? Text() : HpackStaticTable.Entry(index).Name;
        return (name, Text());
    }

    private int Integer(int prefixBits)
    {
        var limit = (1 << prefixBits) - 1;
        long value = Octet() & limit;
        if (value < limit)
            return (int)value;

        for (var shift = 0; shift <= 28; shift += 7)
        {
            var octet = Octet();
            value += (long)(octet & 0x7f) << shift;
            if (octet < 0x80)
                return value <= int.MaxValue ? (int)value : throw Malformed();
        }

        throw Malformed();
    }

    private string Text()
    {
        var huffman = _rest.Length > 0 && (_rest[0] & 0x80) != 0;
        var length = Integer(prefixBits: 7);
        if (length > _rest.Length)
            throw Malformed();

        var octets = _rest[..length];
        _rest = _rest[length..];
        return huffman ? Huffman.Decode(octets) : Encoding.Latin1.GetString(octets);
    }

    private byte Octet()
    {
        if (_rest.Length == 0)
            throw Malformed();
        var octet = _rest[0];
        _rest = _rest[1..];
        return octet;
    }

    private static GrpcException Malformed() => new(GrpcStatusCode.Internal, "the answer has a malformed header block");
}
