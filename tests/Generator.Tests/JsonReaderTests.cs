using Pulumi.SourceGenerator.Json;

namespace Generator.Tests;

public class JsonReaderTests
{
    [Fact]
    public void Escapes_are_read() => Assert.Equal("a\"\\/\b\f\n\r\té😀", JsonReader.Read(""" "a\"\\\/\b\f\n\r\té\ud83d\ude00" """).Text);

    [Fact]
    public void A_value_knows_where_it_stands()
    {
        var value = JsonReader.Read("""{ "a": [1, "two"] }""").Members.Single().Value.Items[1];

        Assert.Equal((11, 5), (value.Offset, value.Length));
    }

    [Theory]
    [InlineData("", "the file ends where a value is expected")]
    [InlineData("{} {}", "'{' where the end of the file is expected")]
    [InlineData("[1,]", "']' where a value is expected")]
    [InlineData("{\"a\" 1}", "'1' where ':' is expected")]
    [InlineData("\"a", "the file ends where the closing quote of a string is expected")]
    [InlineData("\"\\x\"", "'\\x' is not an escape of JSON")]
    [InlineData("\"\\u12\"", "'1' where four hexadecimal digits after \\u is expected")]
    [InlineData("1.2.3", "'1.2.3' is not a number")]
    [InlineData("troo", "'t' where a value is expected")]
    public void What_is_not_json_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<JsonSyntaxException>(() => JsonReader.Read(text)).Message);

    [Fact]
    public void Nesting_has_an_end() =>
        Assert.Equal("nested deeper than 64 levels", Assert.Throws<JsonSyntaxException>(() => JsonReader.Read(new string('[', 10_000))).Message);
}
