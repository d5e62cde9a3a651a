using Infra.Compute;
using Pulumi;

namespace Infra.Development;

/// <summary>The image in which Lucky is built and run from source, built on the machine itself.</summary>
public sealed class DevelopmentImage : ComponentResource
{
    /// <summary>Declares the build.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="node">Where it is built.</param>
    /// <param name="image">The image with its tag.</param>
    /// <param name="options">Options of the component.</param>
    public DevelopmentImage(string name, Node node, string image, ComponentResourceOptions? options = null)
        : base("lhd:development:DevelopmentImage", name, options)
    {
        Built = NodeCommand.On(node, $"{name}-image", new(Script(image)), this).Resource;
        RegisterOutputs();
    }

    /// <summary>Done when the image is there.</summary>
    public Resource Built { get; }

    /// <summary>The script. What was built before is found in the engine's cache, so that it changes nothing the second time.</summary>
    public static string Script(string image) =>
        $"""
        set -eu
        docker build --tag {image} - <<'DOCKERFILE' >&2
        {LuckyDevelopment.Dockerfile}
        DOCKERFILE

        """;
}
