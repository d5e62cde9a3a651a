using Preview.Planning;

namespace Preview.Rendering;

/// <summary>How operations look: the Pulumi CLI's marks and colours.</summary>
public static class OpStyle
{
    /// <summary>The mark before a resource.</summary>
    public static string Mark(StepOp op) => op switch
    {
        StepOp.Create => "+",
        StepOp.Import => "=",
        StepOp.Read => ">",
        StepOp.Update => "~",
        StepOp.Replace => "+-",
        StepOp.Delete => "-",
        StepOp.Discard => "<",
        StepOp.RemovePendingReplace => "~",
        _ => " ",
    };

    /// <summary>A text in the colour of an operation.</summary>
    public static string Paint(Palette palette, StepOp op, string text) => op switch
    {
        StepOp.Update or StepOp.RemovePendingReplace => palette.Yellow(text),
        StepOp.Replace => palette.Yellow(text),
        StepOp.Delete or StepOp.Discard => palette.Red(text),
        StepOp.Same => palette.Dim(text),
        _ => palette.Green(text),
    };
}
