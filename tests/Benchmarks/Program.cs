using System.Globalization;
using Benchmarks;

var runs = args is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 5;
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, best of {runs} runs\n");

await using var engine = WarmEngine.Start();
await GroupsProgram.RunAsync(engine.Address, groups: 10);
engine.TakeRegistrations();

Report.Heading("Program against a warm engine");
foreach (var groups in (int[])[10, 143, 1428])
{
    var best = await Report.BestOfAsync(runs, () => GroupsProgram.RunAsync(engine.Address, groups));
    Report.Row(engine.TakeRegistrations() / runs, best);
}

Report.Heading("Preview, without its program's own memory");
foreach (var groups in (int[])[14, 143, 1428])
{
    var best = await Report.BestOfAsync(runs, () => GroupsProgram.PreviewAsync(groups));
    Report.Row((groups * GroupsProgram.ResourcesPerGroup) + 1, best);
}
