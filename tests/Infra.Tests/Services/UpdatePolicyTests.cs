using Infra.Services;

namespace Infra.Tests.Services;

public class UpdatePolicyTests
{
    [Fact]
    public void A_new_task_is_watched_longer_than_its_health_check_can_take_to_fail()
    {
        var health = HealthCheck.Http(80, "/") with { StartPeriod = TimeSpan.FromSeconds(60), Interval = TimeSpan.FromSeconds(10), Retries = 4 };

        Assert.Equal(TimeSpan.FromSeconds(120), UpdatePolicy.StartFirst.MonitorOf(health));
    }

    [Fact]
    public void Without_a_health_check_it_is_still_watched() =>
        Assert.Equal(TimeSpan.FromSeconds(30), UpdatePolicy.StartFirst.MonitorOf(HealthCheck.None("no port")));
}
