using Preview.Planning;
using Pulumi.Protocol;

namespace Preview.Comparison;

/// <summary>Compares the properties of a file with those of a program.</summary>
/// <param name="mayUnknownsDiffer">By name of a property: whether what is not known yet comes from something that changes.</param>
/// <param name="areSecretsStandIns">Whether secrets of the program may be placeholders, so that another value says nothing.</param>
public sealed class PropertyComparer(Func<string, bool> mayUnknownsDiffer, bool areSecretsStandIns)
{
    // Names of the inputs that the provider filled in: pulumi-terraform-bridge, pkg/tfbridge/schema.go.
    private const string Defaults = "__defaults";

    private readonly List<PropertyChange> _changes = [];
    private readonly List<Incomparable> _notCompared = [];

    /// <summary>Compares two sets of properties.</summary>
    public PropertyComparison Compare(IReadOnlyDictionary<string, PropertyValue> old, IReadOnlyDictionary<string, PropertyValue> now)
    {
        CompareMembers(PropertyPath.Root, old, now, isSecret: false);
        return new(
            [.. _changes.OrderBy(change => change.Path.Text, NaturalOrder.Instance)],
            [.. _notCompared.OrderBy(item => item.Path.Text, NaturalOrder.Instance)]);
    }

    private void CompareMembers(
        PropertyPath path, IReadOnlyDictionary<string, PropertyValue> old, IReadOnlyDictionary<string, PropertyValue> now, bool isSecret)
    {
        var filledIn = old.GetValueOrDefault(Defaults) is PropertyValue.List names
            ? names.Items.OfType<PropertyValue.String>().Select(name => name.Value).ToHashSet()
            : [];
        foreach (var name in old.Keys.Union(now.Keys).Where(name => name != Defaults && (now.ContainsKey(name) || !filledIn.Contains(name))))
            Compare(path.Member(name), old.GetValueOrDefault(name), now.GetValueOrDefault(name), isSecret);
    }

    private void Compare(PropertyPath path, PropertyValue? oldValue, PropertyValue? newValue, bool isSecret)
    {
        var (old, now) = (Unwrapped.Of(oldValue, isSecret), Unwrapped.Of(newValue, isSecret));
        isSecret = old.IsSecret || now.IsSecret;
        switch (old.Value, now.Value)
        {
            case (null, null):
                break;
            case (null, _):
                Add(path, ChangeKind.Add, null, now, isSecret);
                break;
            case (_, null):
                Add(path, ChangeKind.Delete, old, null, isSecret);
                break;
            case (_, PropertyValue.Unknown):
                CompareWithUnknown(path, old, now, isSecret);
                break;
            case (PropertyValue.Unknown, _):
                CompareUnknown(path, old, now, isSecret);
                break;
            case (PropertyValue.Map(var left), PropertyValue.Map(var right)):
                CompareMembers(path, left, right, isSecret);
                break;
            case (PropertyValue.List(var left), PropertyValue.List(var right)):
                CompareItems(path, left, right, isSecret);
                break;
            default:
                CompareLeaves(path, old, now, isSecret);
                break;
        }
    }

    // Not known yet: different if it comes from what changes. Otherwise the file knows it and only this preview does not.
    private void CompareWithUnknown(PropertyPath path, Unwrapped old, Unwrapped now, bool isSecret)
    {
        if (mayUnknownsDiffer(path.First))
            Add(path, ChangeKind.Update, old, now, isSecret);
        else if (isSecret)
            _notCompared.Add(new(path, IncomparableReason.Secret));
        else if (!old.IsUnknown)
            _notCompared.Add(new(path, IncomparableReason.Unknown));
    }

    private void CompareUnknown(PropertyPath path, Unwrapped old, Unwrapped now, bool isSecret)
    {
        if (isSecret)
            _notCompared.Add(new(path, IncomparableReason.Secret));
        else
            Add(path, ChangeKind.Update, old, now, isSecret);
    }

    private void CompareItems(PropertyPath path, IReadOnlyList<PropertyValue> old, IReadOnlyList<PropertyValue> now, bool isSecret)
    {
        for (var index = 0; index < Math.Max(old.Count, now.Count); index++)
            Compare(path.Item(index), old.ElementAtOrDefault(index), now.ElementAtOrDefault(index), isSecret);
    }

    private void CompareLeaves(PropertyPath path, Unwrapped old, Unwrapped now, bool isSecret)
    {
        if (PropertyEquality.IsFileContentUnknown(old.Value!, now.Value!))
            _notCompared.Add(new(path, IncomparableReason.FileContent));
        else if (!PropertyEquality.AreEqual(old.Value!, now.Value!))
        {
            if (isSecret && areSecretsStandIns)
                _notCompared.Add(new(path, IncomparableReason.Secret));
            else
                Add(path, ChangeKind.Update, old, now, isSecret);
        }
    }

    // What is secret on one side is shown on neither.
    private void Add(PropertyPath path, ChangeKind kind, Unwrapped? old, Unwrapped? now, bool isSecret) =>
        _changes.Add(new(path, kind, (old is null ? null : old with { IsSecret = isSecret })?.Shown, (now is null ? null : now with { IsSecret = isSecret })?.Shown));
}
