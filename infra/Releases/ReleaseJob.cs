using Infra.Compute;
using Infra.Services;
using Infra.Settings;
using Infra.Swarm;
using Pulumi;
using Pulumi.Docker;

namespace Infra.Releases;

/// <summary>What the jobs of a release need.</summary>
/// <param name="Service">The application, with the image of the newest release.</param>
/// <param name="Release">The release.</param>
/// <param name="Surroundings">What the application refers to.</param>
/// <param name="SecretValues">Values of its secrets, which no log may show.</param>
/// <param name="Manager">Where jobs are started.</param>
/// <param name="LoggedIn">Done when that manager may pull from the registry.</param>
/// <param name="Inside">Options of what lives in the swarm.</param>
public sealed record ReleaseJob(
    ServiceSpec Service,
    ReleaseSettings Release,
    ServiceSurroundings Surroundings,
    Output<IEnumerable<string>> SecretValues,
    Node Manager,
    Resource LoggedIn,
    InsideSwarm Inside)
{
    /// <summary>
    /// Declares the command that runs a script with the functions of <see cref="JobScript"/>. The job has its own copy of the application's files, because
    /// it may run before the application has moved to the new ones.
    /// </summary>
    /// <param name="name">Name of the command.</param>
    /// <param name="script">The script, from the functions.</param>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="after">What must be done before.</param>
    internal CustomResource Declare(string name, Func<string, string> script, ComponentResource parent, IEnumerable<Resource> after) => NodeCommand.On(
        Manager,
        name,
        new(Names(parent).Apply(names => script(JobScript.Functions(Service.Image, Release.Newest, JobArguments.For(Service, names), Release.TimeoutMinutes))))
        {
            Stdin = SecretValues.Apply(LogMasks.Text),
            ShowsProgress = true,
        },
        parent,
        after.Append(LoggedIn).ToArray()).Resource;

    private Output<JobSurroundings> Names(ComponentResource parent) => Output.Tuple(
        Output.All(Service.Networks.Select(network => Surroundings.Networks[network])),
        Output.All(Service.Secrets.Select(mount => Surroundings.Secrets[mount.Secret].Name)),
        Output.All(Service.Configs.Select(file => File(file, parent).Name).ToArray()))
        .Apply(known => new JobSurroundings(
            Service.Networks.Zip(known.Item1).ToDictionary(pair => pair.First, pair => pair.Second),
            Service.Secrets.Zip(known.Item2).ToDictionary(pair => pair.First.Secret, pair => pair.Second),
            known.Item3));

    private ServiceConfig File(ConfigFile file, ComponentResource parent)
    {
        var options = Inside(parent);
        options.DeleteBeforeReplace = false;
        return new($"{parent.GetResourceName()}-{file.Name}", new() { DataRaw = file.Content }, options);
    }
}
