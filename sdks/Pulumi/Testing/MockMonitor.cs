using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>Answers registrations from a test's mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, ProgramSettings settings) : IMonitor
{
    private readonly Lock _gate = new();
    private readonly List<Resource> _resources = [];
    private readonly Dictionary<string, Struct> _states = new(StringComparer.Ordinal);

    /// <summary>Every resource that was registered or read.</summary>
    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_gate)
                return [.. _resources];
        }
    }

    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != "outputValues");

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        var urn = NewUrn(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.RootType)
        {
            Keep(resource, urn, "", new Struct());
            return new RegisterResourceResponse { Urn = urn, Object = new Struct() };
        }

        var (id, state) = await AskAsync(request.Type, request.Name, request.Object, request.Provider, request.ImportId);
        id ??= request.ImportId;
        Keep(resource, urn, id, state);
        return new RegisterResourceResponse { Urn = urn, Id = id, Object = state };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        var urn = NewUrn(request.Parent, request.Type, request.Name);
        var (_, state) = await AskAsync(request.Type, request.Name, request.Properties, request.Provider, request.Id);
        Keep(resource, urn, request.Id, state);
        return new ReadResourceResponse { Urn = urn, Properties = state };
    }

    public async Task<InvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        if (request.Tok == "pulumi:pulumi:getResource")
            return new InvokeResponse { Return = Find(request.Args.Fields["urn"].StringValue) };

        var result = await mocks.CallAsync(new MockCallArgs { Token = request.Tok, Args = MockValues.ToPlain(request.Args), Provider = request.Provider });
        return new InvokeResponse { Return = await MockValues.ToStructAsync(result, request.Tok) };
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(request.Urn, MockValues.ToOutputs(request.Outputs)));

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private async Task<(string? Id, Struct State)> AskAsync(string type, string name, Struct inputs, string provider, string id)
    {
        var args = new MockResourceArgs { Type = type, Name = name, Inputs = MockValues.ToPlain(inputs), Provider = provider, Id = id };
        var (given, state) = await mocks.NewResourceAsync(args);
        return (given, await MockValues.ToStructAsync(state, name));
    }

    private void Keep(Resource resource, string urn, string id, Struct state)
    {
        var kept = new Struct { Fields = { ["urn"] = Value.ForString(urn), ["id"] = Value.ForString(id), ["state"] = Value.ForStruct(state) } };
        lock (_gate)
        {
            _resources.Add(resource);
            _states[urn] = kept;
        }
    }

    private Struct Find(string urn)
    {
        lock (_gate)
            return _states.TryGetValue(urn, out var state) ? state : throw new InvalidOperationException($"No resource '{urn}' was registered.");
    }

    /// <summary>Test URNs keep the stack in the chain of types and of a longer chain the first type, as the official SDK's do.</summary>
    private string NewUrn(string parent, string type, string name)
    {
        var chain = parent.Length == 0 ? type : $"{parent.Split("::")[2].Split('$')[0]}${type}";
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{chain}::{name}";
    }
}
