using System.Text;

namespace Pulumi.Protocol;

/// <summary>The text of a status in a header: printable ASCII, everything else percent-encoded UTF-8.</summary>
internal static class GrpcMessageText
{
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (octet is >= 0x20 and <= 0x7e and not (byte)'%')
                encoded.Append((char)octet);
            else
                encoded.Append('%').Append(octet.ToString("X2"));
        }

        return encoded.ToString();
    }

    public static string Decode(string text) => Uri.UnescapeDataString(text);
}
