namespace Pulumi.Testing;

/// <summary>What a tested program is told of its run.</summary>
public class TestOptions
{
    /// <summary>The project's name; <c>project</c> when null.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The stack's name; <c>stack</c> when null.</summary>
    public string? StackName { get; set; }

    /// <summary>Whether this is a preview, in which outputs that no mock gives are unknown; true when null.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>The organization's name; <c>organization</c> when null.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>The folder of <c>Pulumi.yaml</c>.</summary>
    public string? RootDirectory { get; set; }
}
