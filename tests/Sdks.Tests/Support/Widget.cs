using System.Collections.Immutable;
using Pulumi;

namespace Sdks.Tests.Support;

/// <summary>A resource class as a provider package has them, with one property of each kind.</summary>
[ResourceType("acme:index/widget:Widget", "1.2.3")]
public class Widget : CustomResource
{
    public Widget(string name, WidgetArgs? args = null, CustomResourceOptions? options = null)
        : base("acme:index/widget:Widget", name, args ?? new WidgetArgs(), CustomResourceOptions.Merge(new() { Version = "1.2.3" }, options))
    {
    }

    [Output("label")] public Output<string?> Label { get; private set; } = null!;

    [Output("size")] public Output<int> Size { get; private set; } = null!;

    [Output("ratio")] public Output<double?> Ratio { get; private set; } = null!;

    [Output("isOn")] public Output<bool> IsOn { get; private set; } = null!;

    [Output("tags")] public Output<ImmutableArray<string>> Tags { get; private set; } = null!;

    [Output("env")] public Output<ImmutableDictionary<string, string>?> Env { get; private set; } = null!;

    [Output("part")] public Output<WidgetPart?> Part { get; private set; } = null!;

    [Output("parts")] public Output<ImmutableArray<WidgetPart>> Parts { get; private set; } = null!;

    [Output("color")] public Output<Color> Color { get; private set; } = null!;

    [Output("source")] public Output<AssetOrArchive?> Source { get; private set; } = null!;

    [Output("anything")] public Output<object?> Anything { get; private set; } = null!;

    [Output("choice")] public Output<Union<string, int>> Choice { get; private set; } = null!;
}

public sealed class WidgetArgs : ResourceArgs
{
    [Input("env")]
    private InputMap<string>? _env;

    [Input("tags")]
    private InputList<string>? _tags;

    [Input("label")] public Input<string>? Label { get; set; }

    [Input("size")] public Input<int>? Size { get; set; }

    [Input("color")] public Input<Color>? Color { get; set; }

    [Input("part")] public Input<WidgetPartArgs>? Part { get; set; }

    [Input("anything")] public Input<object>? Anything { get; set; }

    [Input("settings", json: true)] public Input<object>? Settings { get; set; }

    public InputMap<string> Env
    {
        get => _env ??= [];
        set => _env = value;
    }

    public InputList<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }
}

public sealed class WidgetPartArgs : ResourceArgs
{
    [Input("name", required: true)] public Input<string> Name { get; set; } = null!;

    [Input("password")] public Input<string>? Password { get; set; }
}

[OutputType]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1051", Justification = "Provider packages have fields here.")]
public sealed class WidgetPart
{
    public readonly string Name;

    public readonly string? Password;

    [OutputConstructor]
    private WidgetPart(string name, string? password)
    {
        Name = name;
        Password = password;
    }
}

[EnumType]
public readonly record struct Color
{
    private readonly string _value;

    private Color(string value) => _value = value;

    public static Color Red { get; } = new("red");

    public static explicit operator string(Color color) => color._value;
}
