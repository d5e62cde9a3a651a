using System.Reflection;
using Pulumi;

namespace Generator.Tests.Support;

/// <summary>What the classes of a compiled package say about themselves.</summary>
internal static class PackageFacts
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public sealed record InputFact(string Wire, string Name, string Type, bool Required, bool Json);

    public sealed record OutputFact(string Wire, string Name, string Type);

    /// <summary>Inputs of an arguments class; a list's attribute is on the field behind its property.</summary>
    public static IEnumerable<InputFact> Inputs(Type type) =>
        from member in type.GetMembers(Declared)
        let attribute = member.GetCustomAttributesData().SingleOrDefault(data => data.AttributeType == typeof(InputAttribute))
        where attribute is not null
        let property = member as PropertyInfo ?? PropertyBehind(type, (FieldInfo)member)
        select new InputFact(
            (string)attribute.ConstructorArguments[0].Value!,
            property.Name,
            CSharpType.Of(property),
            attribute.ConstructorArguments[1].Value is true,
            attribute.ConstructorArguments[2].Value is true);

    /// <summary>Outputs of a resource.</summary>
    public static IEnumerable<OutputFact> Outputs(Type type) =>
        from property in type.GetProperties(Declared)
        let attribute = property.GetCustomAttribute<OutputAttribute>()
        where attribute is not null
        select new OutputFact(attribute.Name!, property.Name, CSharpType.Of(property));

    /// <summary>The options of a resource that is declared with these.</summary>
    public static CustomResourceOptions DefaultOptions(Type resource, CustomResourceOptions? options = null) =>
        (CustomResourceOptions)resource.GetMethod("MakeResourceOptions", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [options, null])!;

    public static async Task<T?> ValueAsync<T>(object args, string property) =>
        Get<T>(args, property) is { } input ? await Pulumi.Utilities.OutputUtilities.GetValueAsync(input.ToOutput()) : default;

    public static Task<bool> IsSecretAsync<T>(object args, string property) => Output.IsSecretAsync(Get<T>(args, property)!.ToOutput());

    private static Input<T>? Get<T>(object args, string property) => (Input<T>?)args.GetType().GetProperty(property)!.GetValue(args);

    private static PropertyInfo PropertyBehind(Type type, FieldInfo field) =>
        type.GetProperties(Declared).Single(property => property.Name.Equals(field.Name.TrimStart('_'), StringComparison.OrdinalIgnoreCase));
}
