using Preview.Answers;
using Preview.Engine;
using Preview.Planning;
using Preview.Tests.Support;
using Pulumi.Protocol;
using Pulumirpc;

namespace Preview.Tests.Engine;

public class RefusalTests
{
    private const string Web = "urn:pulumi:dev::shop::digitalocean:index/droplet:Droplet::web";

    [Fact]
    public async Task Two_resources_cannot_have_one_name()
    {
        await using var client = await WireClient.ConnectAsync();
        await client.RegisterDropletAsync("web");

        var message = await client.RefusalAsync(Droplet());

        Assert.Equal($"Duplicate resource URN '{Web}'; try giving it a unique name", message);
        Assert.Equal([new PlanDiagnostic(Severity.Error, Web, message)], client.Plan.Diagnostics);
    }

    [Fact]
    public async Task The_parent_must_be_registered()
    {
        await using var client = await WireClient.ConnectAsync();

        var message = await client.RefusalAsync(Droplet(request => request.Parent = "urn:pulumi:dev::shop::a:b:C::gone"));

        Assert.Equal(
            "The parent of 'urn:pulumi:dev::shop::a:b:C$digitalocean:index/droplet:Droplet::web' is 'urn:pulumi:dev::shop::a:b:C::gone', which is not registered",
            message);
    }

    [Theory]
    [InlineData("web-0", "which is not a URN")]
    [InlineData("urn:pulumi:dev::shop::a:b:C::gone", "which is not registered")]
    [InlineData(Web, "which is not registered")]
    public async Task Dependencies_must_be_registered(string dependency, string why)
    {
        await using var client = await WireClient.ConnectAsync();

        var message = await client.RefusalAsync(Droplet(request => request.Dependencies.Add(dependency)));

        Assert.Equal($"'{Web}' depends on '{dependency}', {why}", message);
    }

    [Fact]
    public async Task Outputs_need_a_registered_resource_and_are_given_once()
    {
        await using var client = await WireClient.ConnectAsync();

        Assert.Equal(
            "Outputs were given for 'urn:pulumi:dev::shop::a:b:C::gone', which is not registered",
            await OutputsRefusalAsync(client, "urn:pulumi:dev::shop::a:b:C::gone"));
        await client.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, new() { Urn = Samples.Stack });
        Assert.Equal($"Outputs of '{Samples.Stack}' were given twice", await OutputsRefusalAsync(client, Samples.Stack));
    }

    [Fact]
    public async Task A_malformed_value_is_named_by_its_path()
    {
        await using var client = await WireClient.ConnectAsync();
        var signature = Google.Protobuf.WellKnownTypes.Value.ForString("nonsense");
        var malformed = Google.Protobuf.WellKnownTypes.Value.ForStruct(new() { Fields = { [SpecialValues.SignatureKey] = signature } });

        var message = await client.RefusalAsync(Droplet(request => request.Object = new() { Fields = { ["region"] = malformed } }));

        Assert.StartsWith("The program sent a malformed value: ", message, StringComparison.Ordinal);
        Assert.Contains("region", message, StringComparison.Ordinal);
        Assert.Equal(message, Assert.Single(client.Plan.Diagnostics).Message);
    }

    [Fact]
    public async Task A_refusal_of_the_answers_reaches_program_and_plan()
    {
        await using var client = await WireClient.ConnectAsync(new NoDroplets());

        Assert.Equal("no droplets here", await client.RefusalAsync(Droplet()));
        Assert.Equal([new PlanDiagnostic(Severity.Error, Web, "no droplets here")], client.Plan.Diagnostics);
    }

    [Fact]
    public async Task What_the_program_logs_becomes_a_diagnostic()
    {
        await using var client = await WireClient.ConnectAsync();

        await client.CallAsync(EngineMethods.Log, new() { Severity = LogSeverity.Warning, Message = "careful", Urn = Samples.Stack });

        Assert.Equal([new PlanDiagnostic(Severity.Warning, Samples.Stack, "careful")], client.Plan.Diagnostics);
    }

    [Fact]
    public async Task Progress_that_is_shown_in_passing_is_not_kept()
    {
        await using var client = await WireClient.ConnectAsync();

        await client.CallAsync(EngineMethods.Log, new() { Severity = LogSeverity.Info, Message = "10 %", Ephemeral = true });

        Assert.Empty(client.Plan.Diagnostics);
    }

    private static RegisterResourceRequest Droplet(Action<RegisterResourceRequest>? change = null)
    {
        var request = new RegisterResourceRequest { Type = Samples.DropletType, Name = "web", Parent = Samples.Stack, Custom = true };
        change?.Invoke(request);
        return request;
    }

    private static async Task<string> OutputsRefusalAsync(WireClient client, string urn) => (await Assert.ThrowsAsync<GrpcException>(
        () => client.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, new() { Urn = urn }))).Message;

    private sealed class NoDroplets : IAnswerRegistrations
    {
        private readonly PreviewAnswers _preview = new();

        public bool IsPreview => true;

        public Task<ResourceAnswer> RegisterAsync(Registration registration, CancellationToken cancellationToken) => registration.Custom
            ? throw new EngineException("no droplets here", registration.Urn)
            : _preview.RegisterAsync(registration, cancellationToken);

        public Task<ResourceAnswer> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => _preview.ReadAsync(request, cancellationToken);

        public Task<InvokeAnswer> InvokeAsync(Invocation invocation, CancellationToken cancellationToken) => _preview.InvokeAsync(invocation, cancellationToken);
    }
}
