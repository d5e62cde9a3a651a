using System.Text;

namespace Pulumi.Protocol;

/// <summary>The header block of a gRPC request, which is the same for each call of a method.</summary>
internal static class HpackRequest
{
    public static byte[] Encode(string authority, string path)
    {
        using var block = new MemoryStream();
        block.WriteByte(0x80 | 3); // :method POST
        block.WriteByte(0x80 | 6); // :scheme http
        WriteIndexedName(block, 1, authority);
        WriteIndexedName(block, 4, path);
        WriteIndexedName(block, 31, "application/grpc"); // content-type
        WriteIndexedName(block, 58, "pulumi-protocol/1.0"); // user-agent
        block.WriteByte(0);
        WriteText(block, "te");
        WriteText(block, "trailers");
        return block.ToArray();
    }

    // Literals "without indexing", so that the server keeps nothing either.
    private static void WriteIndexedName(MemoryStream block, int index, string value)
    {
        WriteInteger(block, index, prefixBits: 4);
        WriteText(block, value);
    }

    private static void WriteText(MemoryStream block, string text)
    {
        WriteInteger(block, text.Length, prefixBits: 7);
        block.Write(Encoding.ASCII.GetBytes(text));
    }

    private static void WriteInteger(MemoryStream block, int value, int prefixBits)
    {
        var limit = (1 << prefixBits) - 1;
        if (value < limit)
        {
            block.WriteByte((byte)value);
            return;
        }

        block.WriteByte((byte)limit);
        for (value -= limit; value >= 0x80; value >>= 7)
            block.WriteByte((byte)(value | 0x80));
        block.WriteByte((byte)value);
    }
}
