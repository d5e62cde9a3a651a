using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls provider functions.</summary>
internal sealed class Invoker(Deployment deployment)
{
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options) => new(CallAsync(token, args, options, Whole<T>));

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options) => new(CallAsync(token, args, options, Single<T>));

    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options) => Whole<T>(token, await CallPlainAsync(token, args, options)).Value;

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options) => CallPlainAsync(token, args, options);

    public async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options) => Single<T>(token, await CallPlainAsync(token, args, options)).Value;

    private async Task<OutputData<T>> CallAsync<T>(string token, InvokeArgs args, InvokeOptions? options, Func<string, InvokeResponse, OutputData<T>> read)
    {
        var waiting = new Waiting();
        InvokeCall call;
        bool exists;
        do
        {
            if (!waiting.IsOver)
                await waiting.ArriveAsync();
            call = Prepare(token, args, options, waiting);
            exists = Exist(call.Resources, waiting) && Exist(DependsOn(options, waiting), waiting);
        }
        while (!waiting.IsOver);

        if (call.HasUnknowns || !exists)
            return OutputData<T>.Unknown(isSecret: false, []);
        var data = read(token, await SendAsync(call.Request));
        return data with { Resources = [.. call.Resources] };
    }

    private async Task<InvokeResponse> CallPlainAsync(string token, InvokeArgs args, InvokeOptions? options)
    {
        var call = await new Waiting().UntilCompleteAsync(waiting => Prepare(token, args, options, waiting));
        return await SendAsync(call.Request);
    }

    private InvokeCall Prepare(string token, InvokeArgs args, InvokeOptions? options, Waiting waiting)
    {
        var serializer = new PropertySerializer(new SerializerOptions(deployment.Features.ResourceReferences(waiting)), waiting);
        var sent = new Struct();
        foreach (var member in args.Members())
            PropertyWriter.Write(sent, serializer, $"invoke:{token}", member);

        var request = new ResourceInvokeRequest
        {
            Tok = token,
            Args = sent,
            Provider = ProviderReference.Of(ProviderOf(token, options), waiting),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            AcceptResources = AcceptedValues.Resources,
        };
        return new InvokeCall(request, serializer.ContainsUnknowns, serializer.TakeResources());
    }

    private async Task<InvokeResponse> SendAsync(ResourceInvokeRequest request)
    {
        var response = await deployment.Monitor.InvokeAsync(request);
        InvokeFailures.ThrowIfAny(request.Tok, response);
        return response;
    }

    private static ProviderResource? ProviderOf(string token, InvokeOptions? options)
    {
        if (options?.Provider is { } own)
            return own;
        return ResourceNames.Package(token) is { } package ? options?.Parent?.Providers.GetValueOrDefault(package) : null;
    }

    private static ImmutableArray<Resource> DependsOn(InvokeOptions? options, Waiting waiting)
    {
        if ((options as InvokeOutputOptions)?.GivenDependsOn is not { } given)
            return [];
        var data = waiting.For(given.ToOutput());
        return data.IsKnown ? data.Value : [];
    }

    /// <summary>Whether all resources, and those inside components among them, are there: a function may look at them.</summary>
    private static bool Exist(IEnumerable<Resource> resources, Waiting waiting)
    {
        var exist = true;
        foreach (var resource in resources)
        {
            if (resource is CustomResource custom and not DependencyResource)
                exist &= waiting.For(custom.Id).IsKnown;
            exist &= Exist(resource.Children, waiting);
        }

        return exist;
    }

    private OutputData<T> Whole<T>(string token, InvokeResponse response) =>
        Read<T>(token, response, Value.ForStruct(response.Return ?? new Struct()));

    private OutputData<T> Single<T>(string token, InvokeResponse response)
    {
        var values = response.Return?.Fields.Values ?? [];
        if (values.Count != 1 && !response.Unknown)
            throw new InvalidOperationException($"'{token}' was expected to return one value, but it returned {values.Count}.");
        return Read<T>(token, response, values.FirstOrDefault() ?? Value.ForNull());
    }

    private OutputData<T> Read<T>(string token, InvokeResponse response, Value value)
    {
        var context = new DecodingContext();
        var result = Converters.For<T>().Convert(value, context);
        foreach (var mismatch in context.Mismatches)
            deployment.Log.Write(LogSeverity.Warning, mismatch.Describe($"{token} result"));
        return new OutputData<T>(result, context.IsKnown && !response.Unknown, context.IsSecret, []);
    }

    private sealed record InvokeCall(ResourceInvokeRequest Request, bool HasUnknowns, IReadOnlyCollection<Resource> Resources);
}
