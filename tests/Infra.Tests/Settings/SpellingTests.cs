using Infra.Settings;

namespace Infra.Tests.Settings;

public class SpellingTests
{
    private static readonly string[] Known = ["managers", "workers", "nodeSize", "nodeImage"];

    [Theory]
    [InlineData("manager", "managers")]
    [InlineData("nodesize", "nodeSize")]
    [InlineData("wokrers", "workers")]
    public void Finds_the_word_that_was_meant(string typed, string meant) => Assert.Equal(meant, Spelling.Closest(typed, Known));

    [Fact]
    public void Guesses_nothing_when_no_word_is_near() => Assert.Null(Spelling.Closest("replicas", Known));
}
