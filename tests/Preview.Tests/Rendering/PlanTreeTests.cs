using Preview.Answers;
using Preview.Planning;
using Preview.Rendering;
using Preview.Tests.Support;
using Pulumi.Protocol;

namespace Preview.Tests.Rendering;

public class PlanTreeTests
{
    [Fact]
    public void Nests_resources_below_their_components()
    {
        var nodes = Samples.Step("shop:compute:Nodes", "nodes");
        var droplet = Samples.Step(
            Samples.DropletType,
            "node-0",
            nodes.Urn,
            ("region", Samples.Text("fra1")),
            ("size", Samples.Text("s-1vcpu-2gb")),
            ("image", PropertyValue.Unknown.Instance));
        droplet = droplet with { Resource = droplet.Resource with { Options = new() { Protect = true } } };

        Assert.Equal(
            """
            Preview of shop, stack dev

                 Type                               Name      Plan
             +   pulumi:pulumi:Stack                shop-dev  create
             +   ├─ random:index:RandomPet          pet       create
             +   └─ shop:compute:Nodes              nodes     create
             +      ├─ digitalocean:index:Droplet   node-0    create  protected
                    │       region: fra1, size: s-1vcpu-2gb, image: output<string>
             +      └─ random:index:RandomPassword  password  create
                            length: 20, generation: 2

            To set before `pulumi up`:
                pulumi config set --secret digitalocean:token
                  or the environment variable DIGITALOCEAN_TOKEN

            Resources:
                + 5 to create

            """,
            Render(
                Samples.Root(),
                nodes,
                droplet,
                Samples.Step("random:index/randomPassword:RandomPassword", "password", nodes.Urn, ("length", new PropertyValue.Number(20)), ("keepers", Samples.Map(("generation", Samples.Text("2"))))),
                Samples.Step("random:index/randomPet:RandomPet", "pet")));
    }

    [Fact]
    public void Shows_each_rule_of_a_firewall()
    {
        var cloudflare = Samples.Texts([.. KnownFacts.CloudflareIpv4, .. KnownFacts.CloudflareIpv6]);
        var firewall = Samples.Step(
            "digitalocean:index/firewall:Firewall",
            "nodes",
            inputs: [
                ("tags", Samples.Texts("swarm")),
                ("inboundRules", new PropertyValue.List(
                [
                    Rule("443", ("sourceAddresses", cloudflare)),
                    Rule("22", ("sourceAddresses", Samples.Texts("203.0.113.7/32"))),
                    Rule("2377", ("sourceTags", Samples.Texts("swarm"))),
                    Rule("80", ("sourceAddresses", PropertyValue.Unknown.Instance)),
                ])),
                ("outboundRules", new PropertyValue.List([Rule("all", ("destinationAddresses", Samples.Texts("0.0.0.0/0", "::/0")))])),
            ]);

        Assert.Equal(
            [
                "tags: swarm",
                "in  tcp 443 from Cloudflare (22 networks)",
                "in  tcp 22 from 203.0.113.7/32",
                "in  tcp 2377 from tag swarm",
                "in  tcp 80 from output<string>",
                "out tcp all to 0.0.0.0/0, ::/0",
            ],
            InputLines.Of(firewall, InputDetail.Key));
    }

    [Fact]
    public void A_single_network_beside_cloudflares_is_not_hidden()
    {
        var firewall = Samples.Step(
            "digitalocean:index/firewall:Firewall",
            "nodes",
            inputs: ("inboundRules", new PropertyValue.List([Rule("443", ("sourceAddresses", Samples.Texts([.. KnownFacts.CloudflareIpv4, "0.0.0.0/0"])))])));

        Assert.DoesNotContain("Cloudflare (", InputLines.Of(firewall, InputDetail.Key).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_where_a_dns_record_leads()
    {
        var record = Samples.Step(
            "cloudflare:index/dnsRecord:DnsRecord",
            "api",
            inputs: [
                ("type", Samples.Text("A")), ("name", Samples.Text("api.example.com")), ("content", PropertyValue.Unknown.Instance), ("proxied", new PropertyValue.Bool(true)),
            ]);

        Assert.Equal(["A api.example.com → output<string>, proxied"], InputLines.Of(record, InputDetail.Key));
    }

    [Fact]
    public void Shortens_a_command_to_its_first_step()
    {
        var command = Samples.Step(
            "command:remote:Command",
            "init",
            inputs: [
                ("connection", new PropertyValue.Secret(Samples.Map(("host", Samples.Text("10.0.0.1"))))),
                ("create", Samples.Text("#!/bin/sh\nset -eu\ndocker swarm init\ndocker info\n")),
                ("delete", new PropertyValue.Secret(Samples.Text("docker swarm leave --token hunter2"))),
            ]);

        Assert.Equal(["create: docker swarm init … (4 lines)", "delete: [secret]"], InputLines.Of(command, InputDetail.Key));
    }

    [Theory]
    [InlineData("set -eu\nIFS= read -r a || [ -n \"$a\" ]\nstate=$(docker info --format x)\ncase \"$state\" in\n  active) ;;\n  inactive)\n    docker swarm init\n    ;;\nesac\n", "docker swarm init … (9 lines)")]
    [InlineData("task=$(docker ps -q)\nif [ -z \"$task\" ]; then\n  echo none >&2\n  exit 1\nfi\ndocker exec x\n", "docker exec x … (6 lines)")]
    [InlineData("x=1\ny=2\n", "x=1 … (2 lines)")]
    [InlineData("echo hello", "echo hello")]
    public void A_script_is_shown_by_the_first_line_that_does_something(string script, string shown) =>
        Assert.Equal(shown, PropertyText.Brief(Samples.Text(script)));

    [Fact]
    public void Leaves_out_lists_that_are_empty()
    {
        var service = Samples.Step(
            "docker:index/service:Service",
            "api",
            inputs: [
                ("mode", Samples.Map(("replicated", Samples.Map(("replicas", new PropertyValue.Number(2)))))), ("endpointSpec", Samples.Map(("ports", Samples.Texts()))),
            ]);

        Assert.Equal(["replicas: 2"], InputLines.Of(service, InputDetail.Key));
    }

    [Fact]
    public void Shows_all_inputs_in_full_on_request()
    {
        var command = Samples.Step(
            "command:remote:Command",
            "init",
            inputs: [("create", Samples.Text("set -eu\ndocker swarm init\n")), ("triggers", Samples.Texts("a", "b\"c")), ("stdin", new PropertyValue.Secret(Samples.Text("x")))]);

        Assert.Equal(
            ["create:", "  set -eu", "  docker swarm init", "stdin: [secret]", """triggers: ["a", "b\"c"]"""],
            InputLines.Of(command, InputDetail.All));
    }

    [Fact]
    public void Shows_outputs_diagnostics_and_what_is_to_be_set()
    {
        var builder = Samples.Builder(new(new Dictionary<string, Preview.Settings.ConfigValue>(), ["shop:token"], []));
        builder.AddStep(Samples.Root());
        builder.SetOutputs(Samples.Stack, Samples.Members(
            ("url", Samples.Text("https://example.com")),
            ("address", PropertyValue.Unknown.Instance),
            ("password", new PropertyValue.Secret(Samples.Text("hunter2"))),
            ("nodes", Samples.Map(("first", Samples.Texts("a", "b"))))));
        builder.AddDiagnostic(new(Severity.Warning, Samples.Stack, "one manager\nmeans downtime"));
        builder.AddDiagnostic(new(Severity.Info, "", "hello"));

        Assert.Equal(
            """
            Preview of shop, stack dev

                 Type                 Name      Plan
             +   pulumi:pulumi:Stack  shop-dev  create

            Diagnostics:
                pulumi:pulumi:Stack (shop-dev):
                  warning: one manager
                    means downtime
                info: hello

            Outputs:
                address: output<string>
                nodes:
                    first: ["a", "b"]
                password: [secret]
                url: "https://example.com"

            To set before `pulumi up`:
                pulumi config set --secret shop:token

            Resources:
                + 1 to create

            """,
            Render(builder.Build()));
    }

    [Fact]
    public void Colours_change_nothing_but_colour()
    {
        var plan = Samples.Plan(Samples.Root(), Samples.Step(Samples.DropletType, "web"));

        var coloured = new PlanTree(InputDetail.Key, new Palette(IsColoured: true)).Render(plan);

        Assert.Contains("\e[32m+\e[0m", coloured, StringComparison.Ordinal);
        Assert.Equal(Render(plan), System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9]+m", "", default, TimeSpan.FromSeconds(1)));
    }

    private static PropertyValue Rule(string ports, (string Name, PropertyValue Value) peers) =>
        Samples.Map(("protocol", Samples.Text("tcp")), ("portRange", Samples.Text(ports)), peers);

    private static string Render(params IEnumerable<PlanStep> steps) => Render(Samples.Plan(steps));

    private static string Render(Plan plan) => new PlanTree(InputDetail.Key, Palette.Plain).Render(plan);
}
