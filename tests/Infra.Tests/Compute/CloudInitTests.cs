using System.Text.Json;
using Infra.Compute;
using Tests.Support;
using YamlDotNet.Serialization;

namespace Infra.Tests.Compute;

public class CloudInitTests
{
    private const string HostKey =
        """
        -----BEGIN OPENSSH PRIVATE KEY-----
        c2VudGluZWwgb2YgYSBob3N0IGtleQ==
        -----END OPENSSH PRIVATE KEY-----

        """;

    private static readonly string UserData =
        CloudInit.Render(new([Samples.PublicKey, "ssh-ed25519 AAAA it's me"], HostKey, "ssh-ed25519 AAAAhost\n", new(2, 10)));

    private static readonly Dictionary<string, object> Config = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(UserData);

    [Fact]
    public void Begins_with_the_line_that_makes_it_a_cloud_config() => Assert.StartsWith("#cloud-config\n", UserData, StringComparison.Ordinal);

    [Fact]
    public void One_user_logs_in_and_only_with_a_key()
    {
        var user = Assert.IsType<Dictionary<object, object>>(Assert.Single((List<object>)Config["users"]));

        Assert.Equal("deploy", user["name"]);
        Assert.Equal("true", user["lock_passwd"]);
        Assert.Equal([Samples.PublicKey, "ssh-ed25519 AAAA it's me"], (List<object>)user["ssh_authorized_keys"]);
        Assert.Equal(("true", "false"), (Config["disable_root"], Config["ssh_pwauth"]));
    }

    [Fact]
    public void The_host_key_is_the_one_that_was_made_beforehand()
    {
        var keys = (Dictionary<object, object>)Config["ssh_keys"];

        Assert.Equal(HostKey, keys["ed25519_private"]);
        Assert.Equal("ssh-ed25519 AAAAhost", keys["ed25519_public"]);
        Assert.Equal("true", Config["ssh_deletekeys"]);
    }

    [Fact]
    public void No_key_is_written_to_the_console() =>
        Assert.Equal("false", ((Dictionary<object, object>)Config["ssh"])["emit_keys_to_console"]);

    [Fact]
    public void Every_file_arrives_as_it_is() => Assert.Equal(
        new Dictionary<string, string>
        {
            ["/etc/ssh/sshd_config.d/10-hardening.conf"] = Sshd.DropIn,
            ["/etc/docker/daemon.json"] = DockerEngine.DaemonJson + "\n",
            ["/etc/systemd/system/docker.service.d/10-metrics-address.conf"] = DockerEngine.MetricsAddressDropIn,
            ["/etc/apt/preferences.d/docker"] = DockerEngine.AptPreferences,
            ["/etc/apt/apt.conf.d/60upgrade-policy"] = NodeSetup.UpgradePolicy(new(2, 10)),
            ["/etc/systemd/system/containers-without-metadata.service"] = NodeSetup.MetadataUnit,
            ["/usr/local/sbin/setup-node"] = NodeSetup.Script,
        },
        Files());

    [Fact]
    public void Is_small_enough_for_the_metadata_service() => Assert.InRange(UserData.Length, 1, 64 * 1024);

    [RequiresToolFact("cloud-init")]
    public async Task Is_accepted_by_cloud_init() =>
        Assert.Contains("Valid", await Tool.AcceptFileAsync("cloud-init", UserData, "schema", "--config-file", "{}"), StringComparison.Ordinal);

    [RequiresToolFact("shellcheck")]
    public Task The_setup_script_passes_shellcheck() => Tool.AcceptAsync("shellcheck", NodeSetup.Script, "-");

    [RequiresToolFact("sshd", "ssh-keygen")]
    public async Task The_configuration_is_accepted_by_sshd()
    {
        var folder = Directory.CreateTempSubdirectory();
        var hostKey = Path.Combine(folder.FullName, "host");
        await Tool.AcceptAsync("ssh-keygen", "", "-q", "-t", "ed25519", "-N", "", "-f", hostKey);
        var effective = (await Tool.AcceptFileAsync("sshd", Sshd.DropIn, "-T", "-f", "{}", "-h", hostKey, "-C", "user=deploy,host=a,addr=203.0.113.7"))
            .Split('\n');
        folder.Delete(recursive: true);

        Assert.Superset(
            new HashSet<string>
            {
                "maxstartups 200:30:400", "maxsessions 100", "permitrootlogin no", "passwordauthentication no",
                "kbdinteractiveauthentication no", "authenticationmethods publickey", "allowusers deploy",
            },
            effective.ToHashSet());
    }

    [RequiresToolFact("apt-config")]
    public async Task The_upgrade_policy_is_understood_by_apt()
    {
        var effective = (await Tool.AcceptFileAsync("apt-config", NodeSetup.UpgradePolicy(new(2, 10)), "-c", "{}", "dump")).Split('\n');

        Assert.Contains("Unattended-Upgrade::Package-Blacklist:: \"docker-ce\";", effective);
        Assert.Contains("Unattended-Upgrade::Automatic-Reboot-Time \"02:10\";", effective);
    }

    [Fact]
    public void The_daemon_rotates_logs_and_keeps_clear_of_the_private_network()
    {
        var daemon = JsonElement.Parse(DockerEngine.DaemonJson);

        Assert.Equal("json-file", daemon.GetProperty("log-driver").GetString());
        Assert.Equal("""{"max-size":"10m","max-file":"3"}""", JsonSerializer.Serialize(daemon.GetProperty("log-opts")));
        Assert.Equal("172.20.0.0/16", daemon.GetProperty("default-address-pools")[0].GetProperty("base").GetString());
        Assert.False(daemon.GetProperty("live-restore").GetBoolean());
    }

    private static Dictionary<string, string> Files() => ((List<object>)Config["write_files"]).Cast<Dictionary<object, object>>()
        .ToDictionary(file => (string)file["path"], file => (string)file["content"]);
}
