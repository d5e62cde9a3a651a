namespace Preview.Settings;

/// <summary>One value of the stack's configuration, as the program will receive it.</summary>
/// <param name="Text">The value; structured values are JSON text.</param>
/// <param name="IsSecret">Whether the value must never be shown.</param>
/// <param name="IsStructured">Whether <paramref name="Text"/> is JSON text of a list or an object.</param>
/// <param name="IsPlaceholder">Whether (a part of) the value stands in for one that is encrypted or not set yet.</param>
public sealed record ConfigValue(string Text, bool IsSecret = false, bool IsStructured = false, bool IsPlaceholder = false)
{
    /// <summary>What stands in for a secret that cannot be known here: plain letters and hyphens, so that it is fit for most uses.</summary>
    public static string PlaceholderFor(string key) => $"placeholder-for-{key.Replace(':', '-')}";

    /// <summary>A stand-in for a secret setting that has no value yet.</summary>
    public static ConfigValue Placeholder(string key) => new(PlaceholderFor(key), IsSecret: true, IsPlaceholder: true);

    /// <summary>Whether it is a secret that is declared with nothing for its default, and was not set.</summary>
    public bool IsUnsetSecret => IsSecret && Text.Length == 0;

    /// <summary>The value without its secret.</summary>
    public override string ToString() => IsSecret ? "[secret]" : Text;
}
