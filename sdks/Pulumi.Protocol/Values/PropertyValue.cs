namespace Pulumi.Protocol;

/// <summary>A property as the engine sees it: an immutable tree in which special values have types of their own.</summary>
public abstract record PropertyValue
{
    private PropertyValue()
    {
    }

    /// <summary>No value.</summary>
    public sealed record Null : PropertyValue
    {
        private Null()
        {
        }

        /// <summary>The only one.</summary>
        public static Null Instance { get; } = new();
    }

    /// <summary>True or false.</summary>
    public sealed record Bool(bool Value) : PropertyValue;

    /// <summary>A number; the wire has doubles only.</summary>
    public sealed record Number(double Value) : PropertyValue;

    /// <summary>A text.</summary>
    public sealed record String(string Value) : PropertyValue;

    /// <summary>A list.</summary>
    public sealed record List(IReadOnlyList<PropertyValue> Items) : PropertyValue
    {
        /// <inheritdoc/>
        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Count;
    }

    /// <summary>An object; members keep the order in which they came.</summary>
    public sealed record Map(IReadOnlyDictionary<string, PropertyValue> Members) : PropertyValue
    {
        /// <inheritdoc/>
        public bool Equals(Map? other) =>
            other is not null
            && Members.Count == other.Members.Count
            && Members.All(member => other.Members.TryGetValue(member.Key, out var value) && value == member.Value);

        /// <inheritdoc/>
        public override int GetHashCode() => Members.Count;
    }

    /// <summary>A value that must not be shown. Its text form does not show it either.</summary>
    public sealed record Secret(PropertyValue Value) : PropertyValue
    {
        /// <inheritdoc/>
        public override string ToString() => "[secret]";
    }

    /// <summary>A value that is not known before the update.</summary>
    public sealed record Unknown : PropertyValue
    {
        private Unknown()
        {
        }

        /// <summary>The only one.</summary>
        public static Unknown Instance { get; } = new();
    }

    /// <summary>An output with what it depends on.</summary>
    /// <param name="Value">Its value; null when it is not known yet.</param>
    /// <param name="IsSecret">Whether it must not be shown.</param>
    /// <param name="Dependencies">URNs of the resources it comes from.</param>
    public sealed record OutputValue(PropertyValue? Value, bool IsSecret, IReadOnlyList<string> Dependencies) : PropertyValue
    {
        /// <inheritdoc/>
        public bool Equals(OutputValue? other) =>
            other is not null && Value == other.Value && IsSecret == other.IsSecret && Dependencies.SequenceEqual(other.Dependencies);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Value, IsSecret, Dependencies.Count);

        /// <inheritdoc/>
        public override string ToString() => IsSecret ? "[secret]" : $"{Value ?? Unknown.Instance}";
    }

    /// <summary>A resource.</summary>
    /// <param name="Urn">Its URN.</param>
    /// <param name="Id">Its id: null for a component, which has none; <see cref="Unknown"/> before it exists.</param>
    /// <param name="PackageVersion">The version of its package, where given.</param>
    public sealed record ResourceReference(string Urn, PropertyValue? Id, string PackageVersion = "") : PropertyValue;

    /// <summary>A file: by path, by its text, or by URI.</summary>
    public sealed record Asset(AssetSource Source, string Content) : PropertyValue;

    /// <summary>A folder or archive file: by path or by URI, or put together from assets and archives.</summary>
    public sealed record Archive(AssetSource Source, string Content, Map? Assets = null) : PropertyValue;
}
