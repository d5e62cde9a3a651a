using System.Text.Json;

namespace Pulumi;

public static partial class Output
{
    /// <summary>The value as JSON text. Outputs may be nested anywhere in it: one unknown makes the text unknown, one secret makes it secret.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="options">How to write it; the defaults of System.Text.Json when null.</param>
    /// <returns>The JSON text.</returns>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null) => OutputJson.Serialize(value, options);

    /// <summary>The value that JSON text describes.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <param name="options">How to read it; the defaults of System.Text.Json when null.</param>
    /// <returns>The value, unknown or secret as the text is.</returns>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null) => OutputJson.Deserialize<T>(json, options);
}
