using Pulumirpc;

namespace Pulumi;

/// <summary>Declares each resource to the engine in a task of its own, and fills the resource's outputs with the answer.</summary>
internal sealed class ResourceRegistrar(Deployment deployment)
{
    private readonly ResourceRegistration _registration = new(deployment);
    private readonly ResourceReading _reading = new(deployment);
    private readonly RegistrationPace _pace = new();

    public void Register(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var outputs = new PendingOutputs(resource);
        _pace.Begin();
        deployment.Work.Track(RegisterAsync(resource, args, options, outputs));
        _pace.Keep();
    }

    private async Task RegisterAsync(Resource resource, ResourceArgs args, ResourceOptions options, PendingOutputs outputs)
    {
        try
        {
            var answer = await AskAsync(resource, args, options);
            outputs.Complete(answer, message => deployment.Log.Write(LogSeverity.Warning, message, resource));
        }
        catch (Exception exception)
        {
            // Reported before those who wait for the outputs fail of the same cause.
            deployment.Work.Fail(exception);
            outputs.Fail(exception);
            throw;
        }
        finally
        {
            _pace.End();
        }
    }

    private Task<ResourceAnswer> AskAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        if (!string.IsNullOrEmpty(options.Urn))
            return _reading.ByUrnAsync(options.Urn);
        return options.Id is null ? _registration.SendAsync(resource, args, options) : AskByIdAsync(resource, options.Id, args, options);
    }

    private async Task<ResourceAnswer> AskByIdAsync(Resource resource, Input<string> given, ResourceArgs args, ResourceOptions options)
    {
        if (!resource.IsCustom)
            throw new InvalidOperationException($"'{resource.GetResourceName()}' is a component; only resources of a provider can be read by Id.");

        var id = await given.ToOutput().GetDataAsync();
        return id is { IsKnown: true, Value.Length: > 0 }
            ? await _reading.ByIdAsync(resource, id.Value, args, options)
            : await _registration.SendAsync(resource, args, options);
    }
}
