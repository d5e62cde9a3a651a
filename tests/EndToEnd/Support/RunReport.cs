using System.Globalization;

namespace EndToEnd.Tests;

/// <summary>What the run took and found, for people: <c>artifacts/end-to-end/report.md</c>.</summary>
internal sealed class RunReport
{
    private const string Head = """
        # The whole stack on a swarm of three nodes

        Real: the program, Docker Engine and swarm, cloud-init, sshd and ssh, iptables, Docker's registry, Postgres, Prometheus, Alertmanager,
        the node, blackbox and Postgres exporters, HAProxy, socat.

        Stand-ins: `edge.py` for Traefik; `app.py` for Lucky and for Hasura; `run_task` for Lucky's task runner (its migrations run on Postgres);
        a page that says "well" for Grafana and for cAdvisor; `socket-proxy-entry` for the script around the socket proxy's HAProxy;
        `systemctl`, `dpkg-query` and `apt-mark` on the machines; the loopback cloud for DigitalOcean and Cloudflare, a local authority for the
        origin CA. Health checks and updates are twice as fast as the program says.

        | step | time | found |
        |---|---|---|
        """;

    private readonly string _path;
    private readonly DateTime _began = DateTime.UtcNow;
    private readonly List<string> _lines = [];

    public RunReport(string path) => (_path, Current) = (path, this);

    /// <summary>The report of this run, once it has begun.</summary>
    public static RunReport? Current { get; private set; }

    /// <summary>Adds a step with the time it took, and writes the file.</summary>
    public void Add(string step, TimeSpan took, string found = "")
    {
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {step} | {took.TotalSeconds:0.0} s | {found} |"));
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllLines(_path, [Head, .. _lines, string.Create(CultureInfo.InvariantCulture, $"| so far | {(DateTime.UtcNow - _began).TotalSeconds:0.0} s | |")]);
    }
}
