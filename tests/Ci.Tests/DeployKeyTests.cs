namespace Ci.Tests;

/// <summary>The agent that Pulumi's docker provider logs in with.</summary>
public sealed class DeployKeyTests : IDisposable
{
    private readonly ScriptRun _run = new();

    public void Dispose() => _run.Dispose();

    [RequiresToolFact("ssh-agent", "ssh-keygen")]
    public async Task The_command_has_the_key_though_others_may_read_its_file_and_it_was_pasted()
    {
        var key = Path.Combine(_run.Folder, "key");
        await Tool.AcceptAsync("ssh-keygen", "", "-q", "-t", "ed25519", "-N", "", "-C", "deploy@example.com", "-f", key);
        var pasted = (await File.ReadAllTextAsync(key)).TrimEnd().ReplaceLineEndings("\r\n");
        _run.Environment["LHD_SSH_KEY"] = _run.Write("pasted", pasted);

        var result = (await _run.RunAsync("with-deploy-key.sh", "ssh-add", "-l")).Succeeds();

        Assert.Contains("deploy@example.com (ED25519)", result.Output, StringComparison.Ordinal);
    }

    [RequiresToolFact("ssh-agent", "ssh-keygen")]
    public async Task The_command_s_exit_code_and_arguments_are_its_own()
    {
        var key = Path.Combine(_run.Folder, "key");
        await Tool.AcceptAsync("ssh-keygen", "", "-q", "-t", "ed25519", "-N", "", "-f", key);
        _run.Environment["LHD_SSH_KEY"] = key;

        var result = await _run.RunAsync("with-deploy-key.sh", "bash", "-c", "printf '%s|' \"$@\"; exit 7", "name", "a b", "$(id)");

        Assert.Equal((7, "a b|$(id)|"), (result.ExitCode, result.Output));
    }

    [RequiresToolFact("ssh-agent")]
    public async Task Something_that_is_no_key_is_named_and_runs_nothing()
    {
        _run.Environment["LHD_SSH_KEY"] = _run.Write("key", "not a key");

        var result = (await _run.RunAsync("with-deploy-key.sh", "echo", "ran")).FailsWith("LHD_SSH_KEY does not hold a private key without passphrase");

        Assert.DoesNotContain("ran", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_that_is_not_of_type_file_is_named()
    {
        _run.Environment["LHD_SSH_KEY"] = "-----BEGIN OPENSSH PRIVATE KEY-----";

        (await _run.RunAsync("with-deploy-key.sh", "true")).FailsWith("make it a variable of type File");
    }
}
