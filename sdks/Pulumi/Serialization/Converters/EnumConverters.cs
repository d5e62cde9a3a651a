using System.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>C# enumerations travel as their numbers.</summary>
internal sealed class EnumConverter<T> : ValueConverter<T>
    where T : struct, System.Enum
{
    protected override T Read(Value value, DecodingContext context) => value.KindCase == Value.KindOneofCase.NumberValue
        ? (T)System.Enum.ToObject(typeof(T), (int)value.NumberValue)
        : Mismatch(value, context, typeof(double));
}

/// <summary>Structs marked with <see cref="EnumTypeAttribute"/> travel as the text or number they stand for.</summary>
internal sealed class EnumStructConverter<T> : ValueConverter<T>
    where T : struct
{
    private readonly ConstructorInfo _constructor;
    private readonly System.Type _content;

    public EnumStructConverter()
    {
        _constructor = Array.Find(
            typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            candidate => candidate.GetParameters() is [{ } only] && (only.ParameterType == typeof(string) || only.ParameterType == typeof(double)))
            ?? throw new InvalidOperationException($"{typeof(T)} has [EnumType] but no constructor that takes one string or double.");
        _content = _constructor.GetParameters()[0].ParameterType;
    }

    protected override T Read(Value value, DecodingContext context) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue when _content == typeof(string) => (T)_constructor.Invoke([value.StringValue]),
        Value.KindOneofCase.NumberValue when _content == typeof(double) => (T)_constructor.Invoke([value.NumberValue]),
        _ => Mismatch(value, context, _content),
    };
}
