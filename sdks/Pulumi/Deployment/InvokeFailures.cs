using Pulumirpc;

namespace Pulumi;

internal static class InvokeFailures
{
    public static void ThrowIfAny(string token, InvokeResponse response)
    {
        if (response.Failures.Count > 0)
            throw new Deployment.InvokeException($"Invoke of '{token}' failed: {string.Join("; ", response.Failures.Select(failure => $"{failure.Reason} ({failure.Property})"))}");
    }
}
