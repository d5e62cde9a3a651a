using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Writes one property of a resource; a null is left out. What goes wrong names the property.</summary>
internal static class PropertyWriter
{
    /// <summary>Whether the property was written.</summary>
    public static bool Write(Struct target, PropertySerializer serializer, object owner, InputMember member)
    {
        try
        {
            var value = member.IsJson ? serializer.SerializeJson(member.Value) : serializer.Serialize(member.Value);
            if (value.KindCase == Value.KindOneofCase.NullValue)
                return false;

            target.Fields[member.Name] = value;
            return true;
        }
        catch (UnsupportedValueException exception)
        {
            throw Explain(exception.Within($"{Label(owner)}.{member.Name}").Message, member.Name);
        }
    }

    /// <summary>The path says where the value is; where in the SDK it was met helps nobody.</summary>
    private static InvalidOperationException Explain(string problem, string property) => new($"error serializing property \"{property}\": {problem}");

    private static string Label(object owner) =>
        owner is Resource resource ? $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]" : $"{owner}";
}
