using Pulumi.SourceGenerator.Schema;

namespace Pulumi.SourceGenerator.Emit;

/// <summary>A provider's function: a static class with a task form and an output form.</summary>
internal sealed class FunctionEmitter(PackageSchema package)
{
    public string Emit(FunctionSchema function)
    {
        var result = function.Class.Name + "Result";
        var args = function.Inputs.Count == 0 ? "" : $"{function.Class.Name}InvokeArgs args, ";
        return $$"""
            {{Doc.Summary($"Function <c>{function.Token}</c>.")}}
            public static class {{function.Class.Name}}
            {
                {{Doc.Summary("Calls the function with plain values; an unknown or secret in the answer loses its mark.")}}
                public static Task<{{result}}> InvokeAsync({{Parameter(function, "Args")}}global::Pulumi.InvokeOptions? options = null) =>
                    {{Call(function, $"InvokeAsync<{result}>", "Args")}}

                {{Doc.Summary("Calls the function when its arguments are known.")}}
                public static Output<{{result}}> Invoke({{Parameter(function, "InvokeArgs")}}global::Pulumi.InvokeOptions? options = null) =>
                    {{Call(function, $"Invoke<{result}>", "InvokeArgs")}}

                {{Doc.Summary("Calls the function when its arguments are known and the resources that it depends on exist.")}}
                public static Output<{{result}}> Invoke({{args}}global::Pulumi.InvokeOutputOptions options) =>
                    {{Call(function, $"Invoke<{result}>", "InvokeArgs")}}
            }
            """;
    }

    private static string Parameter(FunctionSchema function, string suffix)
    {
        var type = function.Class.Name + suffix;
        return function.Inputs.Count == 0 ? ""
            : function.Inputs.Any(property => property.IsRequired) ? $"{type} args, "
            : $"{type}? args = null, ";
    }

    private string Call(FunctionSchema function, string method, string suffix)
    {
        var args = function.Inputs.Count == 0 ? "global::Pulumi.InvokeArgs.Empty" : $"args ?? new {function.Class.Name}{suffix}()";
        var token = CSharp.Literal(function.Token);
        return $"global::Pulumi.Deployment.Instance.{method}({token}, {args}, {package.Utilities.Reference}.WithDefaults(options));";
    }
}
