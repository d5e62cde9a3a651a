using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator.Emit;

/// <summary>What the classes of a package share; internal to it.</summary>
internal static class UtilitiesEmitter
{
    /// <summary>The attribute by which the core package finds the class of a resource that it is handed a reference to.</summary>
    public static string ResourceTypeAttribute(PackageSchema package) =>
        $"global::{package.Utilities.Namespace}.{package.Utilities.Namespace.Split('.').Last()}ResourceType";

    public static string Emit(PackageSchema package) => $$"""
        internal static class Utilities
        {
            public const string Version = {{CSharp.Literal(package.Version)}};

            public static Input<string>? GetEnv(params string[] names) => Read(names) is { } value ? (Input<string>)value : null;

            public static Input<bool>? GetEnvBoolean(params string[] names) => Read(names) switch
            {
                "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
                "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
                _ => null,
            };

            public static Input<int>? GetEnvInt32(params string[] names) =>
                int.TryParse(Read(names), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

            public static Input<double>? GetEnvDouble(params string[] names) =>
                double.TryParse(Read(names), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

            public static Output<T> Secret<T>(Input<T>? value) =>
                Output.CreateSecret(value is null ? Output.Create(default(T)!) : value.ToOutput());

            public static global::Pulumi.InvokeOptions WithDefaults(global::Pulumi.InvokeOptions? options) => new()
            {
                Parent = options?.Parent,
                Provider = options?.Provider,
                PluginDownloadURL = options?.PluginDownloadURL,
                Version = options?.Version ?? Version,
            };

            public static global::Pulumi.InvokeOutputOptions WithDefaults(global::Pulumi.InvokeOutputOptions options) => new()
            {
                Parent = options.Parent,
                Provider = options.Provider,
                PluginDownloadURL = options.PluginDownloadURL,
                Version = options.Version ?? Version,
                DependsOn = options.DependsOn,
            };

            private static string? Read(string[] names)
            {
                foreach (var name in names)
                {
                    if (global::System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                        return value;
                }

                return null;
            }
        }

        internal sealed class {{package.Utilities.Namespace.Split('.').Last()}}ResourceTypeAttribute(string type)
            : global::Pulumi.ResourceTypeAttribute(type, Utilities.Version);
        """;
}
