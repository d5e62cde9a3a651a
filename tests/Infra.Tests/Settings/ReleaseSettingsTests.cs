using Infra.Settings;

namespace Infra.Tests.Settings;

/// <summary>What can be wrong with the settings of a release.</summary>
public class ReleaseSettingsTests
{
    [Theory]
    [InlineData("release", "latest", "latest is another image tomorrow; write a tag that was pushed, e.g. pulumi config set lhd:release 1a2b3c4d")]
    [InlineData("release", "1a2b/3c4d:5", "'1a2b/3c4d:5' cannot be the tag of an image; write a tag that was pushed, e.g. pulumi config set lhd:release 1a2b3c4d")]
    [InlineData("release", "0123456789012345678901234567890123456789a", "'0123456789012345678901234567890123456789a' has more than 40 characters; write a tag that was pushed, e.g. pulumi config set lhd:release 1a2b3c4d")]
    [InlineData("releaseMode", "Additive", "there is no mode 'Additive'; write additive, subtractive or first, e.g. lhd:releaseMode: additive")]
    [InlineData("rollbackTo", "1a2b3c4d", "it is 1a2b3c4d, which is also the release; name an earlier release, or run: pulumi config rm lhd:rollbackTo")]
    [InlineData("reversible", "no", "'no' is neither true nor false; write true or false, e.g. lhd:reversible: false")]
    [InlineData("migrateCommand", "[]", "the list is empty; list program and arguments, e.g. lhd:migrateCommand: [./run_task, db.migrate]")]
    [InlineData("migrationTimeout", "0", "0 is not between 1 and 1440; set minutes, 1 to 1440, e.g. lhd:migrationTimeout: 30")]
    public void A_wrong_value_is_named_with_what_is_expected(string key, string value, string told)
    {
        var problem = Assert.Single(Assert.Throws<SettingsException>(() => Samples.Settings("staging", (key, value))).Problems);

        Assert.Equal($"{key}: {told}", $"{problem.Key}: {problem.Why}; {problem.Fix}");
    }

    [Fact]
    public void Nothing_is_before_a_first_release()
    {
        var problem = Assert.Single(Assert.Throws<SettingsException>(
            () => Samples.Settings("staging", ("releaseMode", "first"), ("rollbackTo", "0a0b0c0d"))).Problems);

        Assert.Equal(("rollbackTo", "nothing is before a first release"), (problem.Key, problem.Why));
    }
}
