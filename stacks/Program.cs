using Pulumi;
using Stacks;

const int settingsAreWrong = 2;

var stack = new StackByName(Environment.GetEnvironmentVariable("PULUMI_STACK"), new Dictionary<string, Func<Stack>>
{
    ["staging"] = () => new StagingStack(),
    ["production"] = () => new ProductionStack(),
});
var exitCode = await Deployment.RunAsync<Stack>(stack);
return stack.WasRefused ? settingsAreWrong : exitCode;
