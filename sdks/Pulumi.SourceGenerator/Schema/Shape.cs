namespace Pulumi.SourceGenerator.Schema;

/// <summary>The ways an object type is used; each is a C# class of its own.</summary>
internal enum Shape
{
    /// <summary>Given to a resource: <c>Inputs.XArgs</c>.</summary>
    Input,

    /// <summary>Given to a resource's <c>Get</c>: <c>Inputs.XGetArgs</c>.</summary>
    State,

    /// <summary>Given to a function's <c>Invoke</c>: <c>Inputs.XInputArgs</c>.</summary>
    FunctionInput,

    /// <summary>Given to a function's <c>InvokeAsync</c>, without outputs in it: <c>Inputs.XArgs</c>.</summary>
    PlainInput,

    /// <summary>Read from a resource: <c>Outputs.X</c>.</summary>
    Output,

    /// <summary>Read from a function: <c>Outputs.XResult</c> in a bridged package, else <c>Outputs.X</c>.</summary>
    FunctionOutput,
}
