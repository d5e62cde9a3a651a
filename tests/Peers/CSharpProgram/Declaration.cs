using Pulumi;
using Pulumi.Cloudflare;

namespace CSharpProgram;

/// <summary>A little of everything that a program says to an engine.</summary>
internal static class Declaration
{
    public static Dictionary<string, object?> Run(Config config)
    {
        var site = new Site("site", new(config.RequireSecret("sshKey"), config.Require("zone")));
        var ranges = GetIpRanges.Invoke(new GetIpRangesInvokeArgs());
        if (config.Get("fail") is { } how)
            Fail(how);

        return new()
        {
            ["address"] = site.Address,
            ["password"] = site.Password,
            ["ranges"] = ranges.Apply(known => known.Ipv4Cidrs),
        };
    }

    private static void Fail(string how)
    {
        if (how == "log")
            Log.Error("the program is not content");
        else
            throw new RunException("the program gives up");
    }
}
