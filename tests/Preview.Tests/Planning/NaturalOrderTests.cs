using Preview.Planning;

namespace Preview.Tests.Planning;

public class NaturalOrderTests
{
    [Fact]
    public void Numbers_inside_names_count_as_numbers()
    {
        string[] names = ["node-10", "node-9", "node-010", "node", "node-2-b", "node-2-a", "n"];

        Assert.Equal(["n", "node", "node-2-a", "node-2-b", "node-9", "node-010", "node-10"], names.Order(NaturalOrder.Instance));
    }
}
