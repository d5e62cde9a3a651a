namespace Backups.Tests;

/// <summary>An environment with one backup, for tests that leave it as they found it.</summary>
public sealed class BackedUpLab : IAsyncLifetime
{
    private Lab? _lab;

    internal Lab Lab => _lab ?? throw new InvalidOperationException("there are no tools to run it with");

    public async Task InitializeAsync()
    {
        // Otherwise every test of it is skipped.
        if (new BackupFactAttribute().Skip is not null)
            return;
        _lab = await Lab.StartAsync();
        await _lab.AcceptAsync("backup");
    }

    public async Task DisposeAsync()
    {
        if (_lab is not null)
            await _lab.DisposeAsync();
    }
}
