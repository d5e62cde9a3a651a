namespace Pulumi;

internal static class UntypedOutputs
{
    public static async Task<OutputData<object?>> GetUntypedDataAsync(this IOutput output)
    {
        await output.WhenCompleteAsync();
        output.TryGetData(out var data);
        return data;
    }
}
