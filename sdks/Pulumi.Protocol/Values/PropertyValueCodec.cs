using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Protocol;

/// <summary>Translates property values from and to their form on the wire.</summary>
public static class PropertyValueCodec
{
    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">A special value is malformed; the message has the path to it.</exception>
    public static PropertyValue Decode(Value value) => PropertyValueDecoder.Decode(value, path: "");

    /// <summary>Reads an object whose members are properties, such as the inputs of a resource.</summary>
    /// <exception cref="FormatException">A special value is malformed; the message has the path to it.</exception>
    public static PropertyValue.Map DecodeMap(Struct members) => PropertyValueDecoder.DecodeMembers(members, path: "");

    /// <summary>Writes a value.</summary>
    public static Value Encode(PropertyValue value) => PropertyValueEncoder.Encode(value);

    /// <summary>Writes an object whose members are properties.</summary>
    public static Struct EncodeMap(PropertyValue.Map value) => PropertyValueEncoder.EncodeMembers(value.Members);
}
