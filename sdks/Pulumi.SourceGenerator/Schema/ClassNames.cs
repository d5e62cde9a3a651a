using Pulumi.SourceGenerator.Json;

namespace Pulumi.SourceGenerator.Schema;

/// <summary>Tokens that differ and C# names that do not.</summary>
internal static class ClassNames
{
    public static void ReportClashes(PackageSchema package, SchemaNode root)
    {
        Report("resources", package.Resources.Select(resource => (resource.Token, resource.Class)), root);
        Report("functions", package.Functions.Select(function => (function.Token, function.Class)), root);
        Report(
            "types",
            package.Objects.Values.Select(type => (type.Token, type.Class)).Concat(package.Enums.Values.Select(type => (type.Token, type.Class))),
            root);
        ReportSharedArguments(package, root);
    }

    // Both would be Inputs.XArgs, one of outputs and one of plain values.
    private static void ReportSharedArguments(PackageSchema package, SchemaNode root)
    {
        var shared = ObjectShapes.Of(package)
            .Where(used => used.Shape is Shape.Input or Shape.PlainInput)
            .GroupBy(used => used.Type.Token)
            .Where(group => group.Count() > 1);
        foreach (var group in shared)
        {
            root.Find("types", JsonKind.Object)!
                .Report(SchemaProblemKind.Duplicate, $"{group.Key} is an input of a resource and of a function; give the function its own type");
        }
    }

    private static void Report(string section, IEnumerable<(string Token, ClassName Class)> declared, SchemaNode root)
    {
        foreach (var group in declared.GroupBy(item => item.Class).Where(group => group.Count() > 1))
        {
            var tokens = string.Join(", ", group.Select(item => item.Token));
            root.Find(section, JsonKind.Object)!
                .Report(SchemaProblemKind.Duplicate, $"{tokens} would all be the class {group.Key.Namespace}.{group.Key.Name}; keep one");
        }
    }
}
