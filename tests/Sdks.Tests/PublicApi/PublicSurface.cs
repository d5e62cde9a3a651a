using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sdks.Tests.PublicApi;

/// <summary>The members that a program can use, one a line, in the form of PublicApi/Pulumi.txt.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(Lines).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(Type type)
    {
        var name = TypeText.Of(type);
        yield return name;
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate)))
            yield break;

        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible).Where(constructor => !constructor.IsStatic))
            yield return $"{name}.{TypeText.Simple(type)}({Parameters(constructor)}) -> void";
        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily))
            yield return Field(name, field);
        foreach (var property in type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)))
            yield return Property(name, property);
        foreach (var method in type.GetMethods(Declared).Where(IsVisible).Where(method => !IsAccessor(method)))
            yield return Method(name, method);
    }

    private static string Field(string type, FieldInfo field)
    {
        var kind = (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{kind}{type}.{field.Name} -> {TypeText.Of(field.FieldType)}";
    }

    private static string Property(string type, PropertyInfo property)
    {
        var isStatic = property.GetAccessors(nonPublic: true)[0].IsStatic ? "static " : "";
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        return $"{isStatic}{type}.{name} : {TypeText.Of(property.PropertyType)}";
    }

    private static string Method(string type, MethodInfo method)
    {
        var kind = method.IsStatic ? "static " : method.GetBaseDefinition().DeclaringType != method.DeclaringType ? "override " : "";
        var returned = TypeText.Of(method.ReturnParameter);
        if (method.Name == "op_Implicit")
            return $"{kind}{type}.implicit operator {returned}({Parameters(method)}) -> {returned}";

        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        return $"{kind}{type}.{method.Name}{generic}({Parameters(method)}) -> {returned}";
    }

    private static string Parameters(MethodBase method)
    {
        var text = string.Join(", ", method.GetParameters().Select(Parameter));
        return method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? $"this {text}" : text;
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params " : "";
        return $"{isParams}{TypeText.Of(parameter)} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? "" : parameter.DefaultValue switch
    {
        null => parameter.ParameterType is { IsValueType: true, IsGenericType: false } ? " = default" : " = null",
        bool flag => flag ? " = true" : " = false",
        string text => $" = \"{text}\"",
        var other => $" = {other}",
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);
}
