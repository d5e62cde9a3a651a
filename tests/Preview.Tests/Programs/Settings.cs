using Pulumi;
using Pulumi.Random;

namespace Preview.Programs;

internal static class Settings
{
    public static Task<int> RunAsync() => Deployment.RunAsync(() =>
    {
        var config = new Config();
        var id = new RandomId("id", new() { Prefix = config.Require("domain"), ByteLength = config.RequireInt32("replicas") });
        var database = config.RequireSecretObject<Dictionary<string, string>>("database");
        return new Dictionary<string, object?>
        {
            ["id"] = id.Hex,
            ["region"] = config.Get("region"),
            ["token"] = config.RequireSecret("token"),
            ["database"] = database.Apply(values => values["user"]),
        };
    });
}
