using Preview.Engine;

namespace Preview.Tests.Engine;

public class UrnTests
{
    [Fact]
    public void A_child_carries_the_types_of_its_parents_but_not_the_stack()
    {
        var stack = Urn.Create("dev", "shop", "", Urn.StackType, "shop-dev");
        var nodes = Urn.Create("dev", "shop", stack, "shop:compute:Nodes", "nodes");

        var droplet = Urn.Create("dev", "shop", nodes, "digitalocean:index/droplet:Droplet", "node-0");

        Assert.Equal("urn:pulumi:dev::shop::shop:compute:Nodes$digitalocean:index/droplet:Droplet::node-0", droplet);
    }

    [Theory]
    [InlineData("urn:pulumi:dev::shop::a:b:C$d:e:F::x", "d:e:F", "x")]
    [InlineData("urn:pulumi:dev::shop::a:b:C::name::with::colons", "a:b:C", "name::with::colons")]
    public void Type_and_name_can_be_read_back(string urn, string type, string name)
    {
        Assert.Equal((type, name), (Urn.Type(urn), Urn.Name(urn)));
    }

    [Fact]
    public void The_default_provider_is_named_after_its_version()
    {
        Assert.Equal(
            "urn:pulumi:dev::shop::pulumi:providers:digitalocean::default_4_76_0::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            ProviderReference.Default("dev", "shop", "digitalocean", "4.76.0"));
    }
}
