using Infra.Tests;

namespace Stacks.Tests;

/// <summary>Whatever else is wrong in a stack file, a mistake is told: nobody mends one only to be shown the next.</summary>
[Collection(SerialGraphs.Name)]
public class PairsOfFaultsTests
{
    public static TheoryData<string, string> Faults
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (stack, faults) in FaultSamples.Of)
            {
                foreach (var fault in faults)
                    data.Add(stack, fault.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_mistake_is_told_whatever_else_is_wrong(string stack, string name)
    {
        var fault = FaultSamples.Of[stack].Single(each => each.Name == name);
        var missed = new List<string>();
        foreach (var other in FaultSamples.Of[stack].SkipWhile(each => each != fault).Skip(1).Where(fault.IsCompatibleWith))
        {
            var values = StackFiles.Values(stack);
            string[] keys = [fault.Into(values), other.Into(values)];

            var told = await StackRun.RefusalAsync(stack, values);

            missed.AddRange(keys.Where(key => !told.Contains($"  lhd:{key}: ", StringComparison.Ordinal)).Select(key => $"{fault} with {other}: {key} is not in\n{told}"));
        }

        Assert.True(missed.Count == 0, string.Join("\n\n", missed));
    }
}
