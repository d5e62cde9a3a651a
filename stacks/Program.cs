using Pulumi;
using Stacks;

const int settingsAreWrong = 2;

var stack = new StackByName(Environment.GetEnvironmentVariable("PULUMI_STACK"), new Dictionary<string, Func<Stack>>
{
    ["staging"] = () => new StagingStack(),
    ["production"] = () => new ProductionStack(),
    // Production on hosts that exist already: its settings say so.
    ["existing"] = () => new ProductionStack(),
    ["local"] = () => new LocalStack(),
});
var exitCode = await Deployment.RunAsync<Stack>(stack);
return stack.WasRefused ? settingsAreWrong : exitCode;
