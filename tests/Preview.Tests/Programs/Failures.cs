using Pulumi;
using Pulumi.DigitalOcean;
using Pulumi.Random;

namespace Preview.Programs;

internal static class Failures
{
    private const int SettingsRejected = 2;
    private const int AnyCode = 3;

    public static Task<int> ThrowAsync() => Deployment.RunAsync(ThrowInTheProgram);

    public static Task<int> UseANameTwiceAsync() => Deployment.RunAsync(() =>
    {
        _ = new RandomId("id", new() { ByteLength = 4 });
        _ = new RandomId("id", new() { ByteLength = 4 });
    });

    public static Task<int> LeaveOutARequiredInputAsync() => Deployment.RunAsync(() =>
    {
        _ = new Droplet("web", new() { Size = "s-1vcpu-2gb", Region = "fra1" });
    });

    public static async Task<int> RejectSettingsAsync()
    {
        await Deployment.RunAsync(() => Log.Error("Pulumi.dev.yaml: 2 settings to fix\n  rejects:managers: 'two' is no number; set 1, 3 or 5\n  rejects:admins[1]: it is empty; name one"));
        return SettingsRejected;
    }

    public static Task<int> LogAnErrorAsync() => Deployment.RunAsync(() =>
    {
        _ = new RandomId("id", new() { ByteLength = 4 });
        Log.Error("the zone is not active");
    });

    private static void ThrowInTheProgram()
    {
        _ = new RandomId("id", new() { ByteLength = 4 });
        throw new InvalidOperationException("the database is not ready");
    }

    public static async Task<int> ExitAsync()
    {
        await Deployment.RunAsync(() => { _ = new RandomId("id", new() { ByteLength = 4 }); });
        return AnyCode;
    }

    public static Task<int> HangAsync() => Deployment.RunAsync(async () =>
    {
        Console.WriteLine($"waiting in process {Environment.ProcessId}");
        await Task.Delay(Timeout.Infinite);
        return new Dictionary<string, object?>();
    });

    public static Task<int> PrintAsync() => Deployment.RunAsync(() => Console.WriteLine("printed"));

    public static Task<int> ComplainAsync() => Deployment.RunAsync(() => Console.Error.WriteLine("complained"));
}
