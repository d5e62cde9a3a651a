using Infra.Services;

namespace Infra.Tests.Services;

public class MemoryBudgetTests
{
    [Theory]
    [InlineData("s-2vcpu-4gb", 4096, 2)]
    [InlineData("s-1vcpu-512mb-10gb", 512, 1)]
    [InlineData("s-4vcpu-8gb-amd", 8192, 4)]
    [InlineData("c-4", 8192, 4)]
    [InlineData("so1_5-2vcpu-16gb", 16384, 2)]
    public void A_sizes_name_says_what_it_has(string size, int memory, int cpus) => Assert.Equal(new(memory, cpus), NodeCapacity.Of(size));

    [Fact]
    public void A_name_that_does_not_say_is_not_guessed() => Assert.Null(NodeCapacity.Of("8gb"));

    [Fact]
    public void Reservations_that_fit_are_no_problem() => Assert.Empty(MemoryBudget.Problems([Reserving(3000)], "s-2vcpu-4gb", new(4096, 2), 1));

    [Fact]
    public void Tasks_that_would_stay_pending_are_named_before_anything_is_created() => Assert.Equal(
        ["all services reserve 4000 MiB, but 1 x s-2vcpu-4gb have 3686 MiB for them"],
        MemoryBudget.Problems([Reserving(1000) with { Mode = ServiceMode.Replicated(4) }], "s-2vcpu-4gb", new(4096, 2), 1).Select(problem => problem.Why));

    [Fact]
    public void The_node_with_the_data_must_hold_what_is_pinned_to_it() => Assert.Equal(
        ["services on the data node reserve 4000 MiB, but s-2vcpu-4gb has 3686 MiB for them"],
        MemoryBudget.Problems([Reserving(3500) with { Placement = Placement.Labelled("data", "true") }, Reserving(500) with { Mode = ServiceMode.Global }], "s-2vcpu-4gb", new(4096, 2), 5)
            .Select(problem => problem.Why));

    private static ServiceSpec Reserving(int memoryMiB) => ServiceSamples.Worker with { Resources = new(memoryMiB, 1) { ReservedMemoryMiB = memoryMiB } };
}
