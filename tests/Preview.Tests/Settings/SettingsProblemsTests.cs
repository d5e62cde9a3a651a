using Preview.Settings;

namespace Preview.Tests.Settings;

public class SettingsProblemsTests
{
    private static readonly SettingsProblem[] Problems = [new("shop:domain", "it is empty; name one"), new("shop:env.A:B", "it is: x; y: z")];

    [Fact]
    public void A_message_can_be_read_back() => Assert.Equal(
        [Problems[0], new SettingsProblem("shop:env.A:B", "it is: x; y: z")],
        SettingsProblems.Read(SettingsProblems.Describe("Pulumi.dev.yaml", Problems)));

    [Fact]
    public void One_problem_is_one_setting() =>
        Assert.Equal("Pulumi.dev.yaml: 1 setting to fix\n  shop:domain: it is empty; name one", SettingsProblems.Describe("Pulumi.dev.yaml", [Problems[0]]));

    [Theory]
    [InlineData("there is no stack 'x'")]
    [InlineData("it failed\n  at: line 3")]
    public void Another_message_has_no_problems(string message) => Assert.Empty(SettingsProblems.Read(message));

    [Fact]
    public void A_setting_that_both_complain_about_is_told_once_in_the_words_of_the_program() => Assert.Equal(
        ["shop:zone: engine", "shop:domain: program", "shop:admins[1]: program"],
        SettingsProblems.Merge(
            [new("shop:domain", "engine"), new("shop:admins", "engine"), new("shop:zone", "engine")],
            [new("shop:domain", "program"), new("shop:admins[1]", "program")]).Select(problem => $"{problem}"));
}
