using Pulumi;

namespace Sdks.Tests.Support;

public sealed class WidgetStack : Stack
{
    public WidgetStack() => Label = new Widget("w").Label;

    [Output] public Output<string?> Label { get; private set; }
}
