using System.Text.Json;

namespace Pulumi;

/// <summary>JSON text of values that hold outputs at any depth.</summary>
internal static class OutputJson
{
    public static Output<string> Serialize<T>(Output<T> value, JsonSerializerOptions? options) => new(SerializeAsync(value, options));

    public static Output<T> Deserialize<T>(Output<string> json, JsonSerializerOptions? options) =>
        json.Apply(text => JsonSerializer.Deserialize<T>(text, WithOutputs(options, new OutputJsonConverterFactory()))!);

    private static async Task<OutputData<string>> SerializeAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var data = await value.GetDataAsync();
        if (!data.IsKnown)
            return OutputData<string>.Unknown(data.IsSecret, data.Resources);

        while (true)
        {
            var nested = new OutputJsonConverterFactory();
            var text = JsonSerializer.Serialize(data.Value, WithOutputs(options, nested));
            if (nested.Pending.Count == 0)
                return new OutputData<string>(text, nested.Flags.IsKnown, nested.Flags.IsSecret, nested.Flags.Resources).After(data.IsSecret, data.Resources);

            // A value that arrives may itself hold outputs, so writing starts again with what is there now.
            foreach (var output in nested.Pending)
                await output.GetUntypedDataAsync();
        }
    }

    private static JsonSerializerOptions WithOutputs(JsonSerializerOptions? options, OutputJsonConverterFactory nested)
    {
        var copy = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        copy.Converters.Add(nested);
        return copy;
    }
}
