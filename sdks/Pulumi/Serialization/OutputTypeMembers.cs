using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>The public fields of a class marked with <see cref="OutputTypeAttribute"/>, under the names that its constructor's parameters have.</summary>
internal sealed class OutputTypeMembers
{
    private static readonly ConcurrentDictionary<Type, OutputTypeMembers?> Known = new();
    private readonly (string Name, FieldInfo Field)[] _members;

    private OutputTypeMembers(Type type)
    {
        var names = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)))
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.Name!)
            .ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);
        _members =
        [
            .. type.GetFields(BindingFlags.Instance | BindingFlags.Public)
                .Where(field => names.ContainsKey(field.Name))
                .Select(field => (names[field.Name], field)),
        ];
    }

    /// <summary>The members of an output type; null for any other type.</summary>
    public static OutputTypeMembers? Of(Type type) =>
        Known.GetOrAdd(type, static type => type.IsDefined(typeof(OutputTypeAttribute)) ? new OutputTypeMembers(type) : null);

    public IEnumerable<(string Name, object? Value)> Read(object owner) => _members.Select(member => (member.Name, member.Field.GetValue(owner)));
}
