namespace Pulumi;

/// <summary>Builds the names by which the engine knows resources.</summary>
public static class Urn
{
    private const string Separator = "::";

    /// <summary>The URN of a resource.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type token.</param>
    /// <param name="parent">Its parent; none when null.</param>
    /// <param name="parentUrn">URN of its parent, instead of <paramref name="parent"/>.</param>
    /// <param name="project">Its project; this program's when null.</param>
    /// <param name="stack">Its stack; this program's when null.</param>
    /// <returns>The URN.</returns>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        var typed = parent is null && parentUrn is null
            ? Output.Tuple<string, string, string>(stack ?? Deployment.Instance.StackName, project ?? Deployment.Instance.ProjectName, type)
                .Apply(parts => $"urn:pulumi:{parts.Item1}{Separator}{parts.Item2}{Separator}{parts.Item3}")
            : Output.Tuple(parent?.Urn ?? parentUrn!.ToOutput(), type.ToOutput()).Apply(parts => Under(parts.Item1, parts.Item2));
        return Output.Tuple(typed, name.ToOutput()).Apply(parts => $"{parts.Item1}{Separator}{parts.Item2}");
    }

    /// <summary>The last part of a URN, which is the resource's name.</summary>
    internal static string Name(string urn) => Parts(urn)[3];

    /// <summary>The type token in a URN, without those of the parents.</summary>
    internal static string Type(string urn)
    {
        var chain = Parts(urn)[2];
        return chain[(chain.LastIndexOf('$') + 1)..];
    }

    private static string Under(string parentUrn, string type)
    {
        var parts = Parts(parentUrn);
        var chain = parts[2] == Stack.RootType ? type : $"{parts[2]}${type}";
        return $"{parts[0]}{Separator}{parts[1]}{Separator}{chain}";
    }

    private static string[] Parts(string urn)
    {
        var parts = urn.Split(Separator, 4);
        return parts.Length == 4
            ? parts
            : throw new FormatException($"'{urn}' is not a URN; expected urn:pulumi:STACK::PROJECT::TYPE::NAME");
    }
}
