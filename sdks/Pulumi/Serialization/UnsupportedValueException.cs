namespace Pulumi;

/// <summary>A value of a type that cannot be sent; knows where in the arguments it was met.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "It never leaves the SDK: who writes a property turns it into a message.")]
internal sealed class UnsupportedValueException(Type type) : Exception
{
    private string _path = "";

    public override string Message => $"{type.FullName} is not a supported argument type.\n\t{_path}";

    public UnsupportedValueException Within(string segment)
    {
        _path = segment + _path;
        return this;
    }
}
