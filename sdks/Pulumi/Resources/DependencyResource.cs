namespace Pulumi;

/// <summary>A resource of which only the URN is known, because another program or the engine spoke of it.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn)
        : base(Pulumi.Urn.Type(urn), Pulumi.Urn.Name(urn), Output.Create(urn), new Output<string>(OutputData<string>.Unknown(isSecret: false, [])))
    {
    }
}
