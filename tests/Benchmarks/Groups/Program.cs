using Groups;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var count = new Config().RequireInt32("count");
    for (var number = 0; number < count; number++)
        _ = new Group($"group-{number}");
});
