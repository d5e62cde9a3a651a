using Preview.Programs;

// One executable, so that it is compiled once; a case chooses its program by the name of its project.
return await (Environment.GetEnvironmentVariable("PULUMI_PROJECT") switch
{
    "shop" => Shop.RunAsync(),
    "options" => Options.RunAsync(),
    "settings" => Settings.RunAsync(),
    "site" => Site.RunAsync(),
    "lookups" => Lookups.RunAsync(),
    "many" => Many.RunAsync(),
    "throws" => Failures.ThrowAsync(),
    "duplicate" => Failures.UseANameTwiceAsync(),
    "missing-input" => Failures.LeaveOutARequiredInputAsync(),
    "rejects" => Failures.RejectSettingsAsync(),
    "logs-error" => Failures.LogAnErrorAsync(),
    "exits" => Failures.ExitAsync(),
    "hangs" => Failures.HangAsync(),
    "prints" => Failures.PrintAsync(),
    "complains" => Failures.ComplainAsync(),
    var other => throw new InvalidOperationException($"no program is called '{other}'"),
});
