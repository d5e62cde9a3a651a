using System.Globalization;
using System.Text;

namespace Pulumi.SourceGenerator.Json;

// A compiler host need not have System.Text.Json, and its document does not keep positions.
internal sealed class JsonReader
{
    private const int DeepestNesting = 64;

    private readonly string _text;
    private int _offset;
    private int _depth;

    private JsonReader(string text) => _text = text;

    /// <exception cref="JsonSyntaxException">The text is not one JSON value.</exception>
    public static JsonValue Read(string text)
    {
        var reader = new JsonReader(text);
        var value = reader.ReadValue();
        reader.SkipWhiteSpace();
        return reader._offset == text.Length ? value : throw reader.Unexpected("the end of the file");
    }

    private JsonValue ReadValue()
    {
        SkipWhiteSpace();
        return Peek() switch
        {
            '{' => Nested(ReadObject),
            '[' => Nested(ReadList),
            '"' => ReadStringValue(),
            't' => ReadWord("true", JsonKind.Boolean),
            'f' => ReadWord("false", JsonKind.Boolean),
            'n' => ReadWord("null", JsonKind.Null),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => throw Unexpected("a value"),
        };
    }

    private JsonValue Nested(Func<JsonValue> read)
    {
        if (++_depth > DeepestNesting)
            throw new JsonSyntaxException($"nested deeper than {DeepestNesting} levels", _offset);
        var value = read();
        _depth--;
        return value;
    }

    private JsonValue ReadObject()
    {
        var start = _offset++;
        var members = new List<JsonMember>();
        while (More(members.Count, '}'))
        {
            var keyOffset = _offset;
            var key = ReadString();
            SkipWhiteSpace();
            Expect(':');
            members.Add(new(key, ReadValue(), keyOffset));
        }

        return new(JsonKind.Object, start, _offset - start) { Members = members };
    }

    private JsonValue ReadList()
    {
        var start = _offset++;
        var items = new List<JsonValue>();
        while (More(items.Count, ']'))
            items.Add(ReadValue());

        return new(JsonKind.List, start, _offset - start) { Items = items };
    }

    private bool More(int count, char close)
    {
        SkipWhiteSpace();
        if (Peek() == close)
        {
            _offset++;
            return false;
        }

        if (count > 0)
            Expect(',');
        SkipWhiteSpace();
        return true;
    }

    private JsonValue ReadStringValue()
    {
        var start = _offset;
        var text = ReadString();
        return new(JsonKind.String, start, _offset - start) { Text = text };
    }

    private string ReadString()
    {
        Expect('"');
        var text = new StringBuilder();
        while (Peek() != '"')
        {
            if (Peek() < ' ')
                throw Unexpected("the closing quote of a string");
            text.Append(Peek() == '\\' ? ReadEscape() : _text[_offset++]);
        }

        _offset++;
        return text.ToString();
    }

    private char ReadEscape()
    {
        _offset++;
        var escape = Peek();
        _offset++;
        return escape switch
        {
            '"' or '\\' or '/' => escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ReadCodeUnit(),
            _ => throw new JsonSyntaxException($"'\\{escape}' is not an escape of JSON", _offset - 2),
        };
    }

    private char ReadCodeUnit()
    {
        if (_offset + 4 > _text.Length
            || !ushort.TryParse(_text.Substring(_offset, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            throw Unexpected("four hexadecimal digits after \\u");
        }

        _offset += 4;
        return (char)unit;
    }

    private JsonValue ReadNumber()
    {
        var start = _offset;
        while (Peek() is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
            _offset++;
        var text = _text.Substring(start, _offset - start);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? new(JsonKind.Number, start, text.Length) { Text = text }
            : throw new JsonSyntaxException($"'{text}' is not a number", start);
    }

    private JsonValue ReadWord(string word, JsonKind kind)
    {
        if (string.CompareOrdinal(_text, _offset, word, 0, word.Length) != 0)
            throw Unexpected("a value");
        _offset += word.Length;
        return new(kind, _offset - word.Length, word.Length) { Text = word };
    }

    private void SkipWhiteSpace()
    {
        while (Peek() is ' ' or '\t' or '\r' or '\n')
            _offset++;
    }

    private void Expect(char expected)
    {
        if (Peek() != expected)
            throw Unexpected($"'{expected}'");
        _offset++;
    }

    private char Peek() => _offset < _text.Length ? _text[_offset] : '\0';

    private JsonSyntaxException Unexpected(string expected)
    {
        var found = _offset < _text.Length ? $"'{_text[_offset]}'" : "the file ends";
        return new($"{found} where {expected} is expected", _offset);
    }
}
