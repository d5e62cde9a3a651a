namespace Pulumi;

/// <summary>Base of the classes whose members marked with <see cref="InputAttribute"/> are sent to the engine.</summary>
public abstract class InputArgs
{
    /// <summary>Creates the arguments.</summary>
    protected InputArgs()
    {
    }

    /// <summary>The arguments as they were given, by the name that the engine knows.</summary>
    internal virtual IReadOnlyList<InputMember> Members() => InputArgsType.Of(GetType()).Read(this);
}
