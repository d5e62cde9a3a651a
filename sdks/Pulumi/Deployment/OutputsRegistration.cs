using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi;

/// <summary>Sends the outputs of a component or of the stack.</summary>
internal static class OutputsRegistration
{
    public static async Task SendAsync(Deployment deployment, Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var waiting = new Waiting();
        RegisterResourceOutputsRequest request;
        while (true)
        {
            request = Build(deployment, resource, outputs, waiting);
            if (waiting.IsOver)
                break;
            await waiting.ArriveAsync();
        }

        await deployment.Monitor.RegisterResourceOutputsAsync(request);
    }

    private static RegisterResourceOutputsRequest Build(
        Deployment deployment, Resource resource, Output<IDictionary<string, object?>> outputs, Waiting waiting)
    {
        var urn = waiting.For(resource.Urn);
        var data = waiting.For(outputs);
        var serializer = new PropertySerializer(new SerializerOptions(deployment.Features.ResourceReferences(waiting)), waiting);
        var sent = new Struct();
        if (waiting.IsOver && data is { IsKnown: true, Value: { } values })
        {
            List<string> names = [.. values.Keys];
            names.Sort(StringComparer.Ordinal);
            foreach (var name in names)
                PropertyWriter.Write(sent, serializer, resource, new InputMember(name, values[name], IsJson: false));
        }

        return new RegisterResourceOutputsRequest { Urn = urn.Value ?? "", Outputs = sent };
    }
}
