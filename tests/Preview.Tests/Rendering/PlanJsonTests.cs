using Preview.Engine;
using Preview.Planning;
using Preview.Rendering;
using Preview.Settings;
using Preview.Tests.Support;
using Pulumi.Protocol;

namespace Preview.Tests.Rendering;

public class PlanJsonTests
{
    [Fact]
    public void Has_the_shape_of_the_cli()
    {
        var config = new Dictionary<string, ConfigValue> { ["shop:domain"] = new("example.com"), ["shop:token"] = new("hunter2", IsSecret: true) };
        var builder = Samples.Builder(new(config, [], []));
        var droplet = Samples.Step(
            Samples.DropletType, "web", inputs: [("region", Samples.Text("fra1")), ("userData", new PropertyValue.Secret(Samples.Text("hunter2"))), ("vpcUuid", PropertyValue.Unknown.Instance)]);
        builder.AddStep(Samples.Root());
        builder.AddStep(droplet with
        {
            Resource = droplet.Resource with
            {
                Version = "4.76.0",
                PropertyDependencies = new Dictionary<string, IReadOnlyList<string>> { ["region"] = [], ["vpcUuid"] = [Samples.Stack] },
                Dependencies = [Samples.Stack],
                Options = new() { Protect = true, IgnoreChanges = ["image"], Timeouts = OperationTimeouts.Parse("300000000000ns", "", "") },
            },
        });
        builder.AddDiagnostic(new(Severity.Warning, Samples.Stack, "one manager"));

        Assert.Equal(
            """
            {
                "config": {
                    "shop:domain": "example.com",
                    "shop:token": "[secret]"
                },
                "steps": [
                    {
                        "op": "create",
                        "urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                        "newState": {
                            "urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                            "custom": false,
                            "type": "pulumi:pulumi:Stack"
                        },
                        "detailedDiff": null
                    },
                    {
                        "op": "create",
                        "urn": "urn:pulumi:dev::shop::digitalocean:index/droplet:Droplet::web",
                        "provider": "urn:pulumi:dev::shop::pulumi:providers:digitalocean::default_4_76_0::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
                        "newState": {
                            "urn": "urn:pulumi:dev::shop::digitalocean:index/droplet:Droplet::web",
                            "custom": true,
                            "type": "digitalocean:index/droplet:Droplet",
                            "inputs": {
                                "region": "fra1",
                                "userData": "[secret]",
                                "vpcUuid": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
                            },
                            "outputs": {
                                "region": "fra1",
                                "userData": "[secret]",
                                "vpcUuid": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
                            },
                            "parent": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                            "protect": true,
                            "dependencies": [
                                "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"
                            ],
                            "provider": "urn:pulumi:dev::shop::pulumi:providers:digitalocean::default_4_76_0::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
                            "propertyDependencies": {
                                "region": [],
                                "vpcUuid": [
                                    "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"
                                ]
                            },
                            "customTimeouts": {
                                "create": 300
                            },
                            "ignoreChanges": [
                                "image"
                            ]
                        },
                        "detailedDiff": null
                    }
                ],
                "diagnostics": [
                    {
                        "urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                        "message": "one manager",
                        "severity": "warning"
                    }
                ],
                "changeSummary": {
                    "create": 2
                }
            }

            """,
            PlanJson.Render(builder.Build()));
    }

    [Fact]
    public void No_secret_is_in_it_at_any_depth()
    {
        var secret = new PropertyValue.Secret(Samples.Text("hunter2"));
        var plan = Samples.Plan(Samples.Root(), Samples.Step(
            Samples.DropletType,
            "web",
            inputs: [
                ("list", new PropertyValue.List([secret])),
                ("map", Samples.Map(("inner", Samples.Map(("secret", secret))))),
                ("output", new PropertyValue.OutputValue(Samples.Text("hunter2"), IsSecret: true, [])),
            ]));

        Assert.DoesNotContain("hunter2", PlanJson.Render(plan) + new PlanTree(InputDetail.All, Palette.Plain).Render(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_has_no_steps()
    {
        var builder = Samples.Builder();
        builder.AddStep(Samples.Root());
        builder.AddDiagnostic(new(Severity.Error, "", "boom"));

        Assert.Equal(
            """
            {
                "config": {},
                "diagnostics": [
                    {
                        "message": "boom",
                        "severity": "error"
                    }
                ]
            }

            """,
            PlanJson.RenderFailure(builder.Build()));
    }
}
