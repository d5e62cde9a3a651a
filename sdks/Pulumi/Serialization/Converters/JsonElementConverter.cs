using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

internal sealed class JsonElementConverter : ValueConverter<JsonElement>
{
    private readonly ValueConverter<object?> _any = Converters.For<object?>();

    protected override JsonElement Read(Value value, DecodingContext context) => JsonSerializer.SerializeToElement(_any.Convert(value, context));
}
