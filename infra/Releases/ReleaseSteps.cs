using Pulumi;

namespace Infra.Releases;

/// <summary>
/// Puts the change of the database to its place among the services, as dependencies that every preview shows: before all services that
/// wait for Postgres, or after the code.
/// </summary>
/// <param name="job">What the jobs need.</param>
public sealed class ReleaseSteps(ReleaseJob job)
{
    private readonly List<Resource> _checks = [];
    private Resource? _database;

    /// <summary>What must be done before the database changes, such as a backup.</summary>
    public IReadOnlyList<Resource> Precautions { get; init; } = [];

    /// <summary>What happens as soon as the database can be logged in to, before any service that waits for it.</summary>
    /// <param name="database">Done when it can.</param>
    public IEnumerable<Resource> BeforeCode(Resource database)
    {
        if (job.Release.RollbackTo is { } target)
            _checks.Add(new RollbackCheck("rollback-check", target, job, [database]).Passed);
        if (ReleaseOrder.IsDatabaseFirst(job.Release))
            _database = ChangeDatabase([database, .. _checks]);
        return _database is null ? _checks : [.. _checks, _database];
    }

    /// <summary>What happens when the services have converged. Gives what is done when the whole release is.</summary>
    /// <param name="ready">What to wait for by the service's name.</param>
    public IEnumerable<Resource> AfterCode(IReadOnlyDictionary<string, IEnumerable<Resource>> ready)
    {
        var code = ReleaseOrder.BeforeDatabase(job.Release, ready.Keys).SelectMany(name => ready[name]);
        _database ??= ChangeDatabase([.. code.Concat(_checks).Distinct()]);
        return [.. ready[job.Service.Name], _database];
    }

    private Resource ChangeDatabase(IEnumerable<Resource> after) => job.Release.RollbackTo is { } target
        ? new Rollback("rollback", target, job, [.. Precautions, .. after]).Done
        : new Migration("migration", job, [.. Precautions, .. after]).Done;
}
