using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>What is known of an arguments class once and for all: the members to send, in the order of their names.</summary>
internal sealed class InputArgsType
{
    private static readonly ConcurrentDictionary<Type, InputArgsType> Known = new();
    private readonly Member[] _members;

    private InputArgsType(Type type)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var members = new List<Member>();
        for (var level = type; level is not null && level != typeof(InputArgs); level = level.BaseType)
        {
            foreach (var field in level.GetFields(Declared))
                Add(field, field.GetValue);
            foreach (var property in level.GetProperties(Declared))
                Add(property, MemberAccess.Getter(property));
        }

        members.Sort((one, other) => string.CompareOrdinal(one.Attribute.Name, other.Attribute.Name));
        _members = [.. members];

        void Add(MemberInfo member, Func<object, object?> read)
        {
            if (member.GetCustomAttribute<InputAttribute>() is { } attribute)
                members.Add(new Member(attribute, $"{type.FullName}.{member.Name}", member.Name, read));
        }
    }

    public static InputArgsType Of(Type type) => Known.GetOrAdd(type, static type => new InputArgsType(type));

    /// <summary>The members that were given a value.</summary>
    public List<InputMember> Read(InputArgs args)
    {
        var values = new List<InputMember>();
        foreach (var member in _members)
        {
            var value = member.Read(args);
            if (member.Attribute.IsRequired && value is null)
                throw new ArgumentNullException(member.Name, $"[Input] {member.FullName} is required but was not given a value");
            if (value is not null)
                values.Add(new InputMember(member.Attribute.Name, value, member.Attribute.Json));
        }

        return values;
    }

    private sealed record Member(InputAttribute Attribute, string FullName, string Name, Func<object, object?> Read);
}
