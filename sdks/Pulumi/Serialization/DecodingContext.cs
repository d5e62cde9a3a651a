using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Protocol;

namespace Pulumi;

/// <summary>What is found while one value of an answer is read: whether any part is unknown or secret, and parts of the wrong type.</summary>
internal sealed class DecodingContext
{
    private List<TypeMismatch>? _mismatches;

    public bool IsKnown { get; private set; } = true;

    public bool IsSecret { get; private set; }

    /// <summary>Parts of the wrong type, each with its place inside the value.</summary>
    public IReadOnlyList<TypeMismatch> Mismatches => (IReadOnlyList<TypeMismatch>?)_mismatches ?? [];

    /// <summary>The value without the wrappings that make it secret or an output; null when it is unknown or null.</summary>
    public Value? Unwrap(Value value)
    {
        while (true)
        {
            switch (value.KindCase)
            {
                case Value.KindOneofCase.StringValue when value.StringValue == SpecialValues.Unknown:
                    IsKnown = false;
                    return null;
                case Value.KindOneofCase.StructValue when Signature(value.StructValue) is { } signature && Inner(signature, value.StructValue, out var inner):
                    if (inner is null)
                        return null;
                    value = inner;
                    break;
                case Value.KindOneofCase.NullValue or Value.KindOneofCase.None:
                    return null;
                default:
                    return value;
            }
        }
    }

    public static string? Signature(Struct value) =>
        value.Fields.TryGetValue(SpecialValues.SignatureKey, out var signature) && signature.KindCase == Value.KindOneofCase.StringValue
            ? signature.StringValue
            : null;

    /// <summary>Says where in a collection or object the mismatches since a count were met.</summary>
    public void Locate(int since, string segment)
    {
        for (var i = since; i < Mismatches.Count; i++)
            _mismatches![i] = _mismatches[i] with { Path = segment + _mismatches[i].Path };
    }

    /// <summary>Notes a value of the wrong type; the default takes its place.</summary>
    public void Mismatch(System.Type expected, Value actual)
    {
        (_mismatches ??= []).Add(new TypeMismatch(expected, TypeOf(actual), Path: ""));
    }

    /// <summary>Takes over what another attempt at the same value found.</summary>
    public void Adopt(DecodingContext other)
    {
        IsKnown &= other.IsKnown;
        IsSecret |= other.IsSecret;
        if (other._mismatches is { } mismatches)
            (_mismatches ??= []).AddRange(mismatches);
    }

    private bool Inner(string signature, Struct wrapped, out Value? inner)
    {
        inner = wrapped.Fields.GetValueOrDefault("value");
        switch (signature)
        {
            case SpecialValues.SecretSignature:
                IsSecret = true;
                return inner is not null
                    ? true
                    : throw new FormatException("a secret without `value`");
            case SpecialValues.OutputValueSignature:
                IsSecret |= wrapped.Fields.TryGetValue("secret", out var secret) && secret.BoolValue;
                IsKnown &= inner is not null;
                return true;
            default:
                return false;
        }
    }

    private static System.Type TypeOf(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => typeof(string),
        Value.KindOneofCase.NumberValue => typeof(double),
        Value.KindOneofCase.BoolValue => typeof(bool),
        Value.KindOneofCase.ListValue => typeof(ImmutableArray<object>),
        _ => typeof(ImmutableDictionary<string, object>),
    };
}
