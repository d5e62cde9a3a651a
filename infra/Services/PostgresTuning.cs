namespace Infra.Services;

/// <summary>
/// PostgreSQL's settings for a given amount of memory and CPU on solid-state storage, after the project's own advice
/// (https://www.postgresql.org/docs/18/runtime-config-resource.html and https://wiki.postgresql.org/wiki/Tuning_Your_PostgreSQL_Server).
/// </summary>
public static class PostgresTuning
{
    /// <summary>Connections that the server accepts.</summary>
    public const int MaxConnections = 100;

    /// <summary>The settings by name.</summary>
    /// <param name="memoryMiB">Memory that the server may use, in MiB.</param>
    /// <param name="cpus">CPU cores that it may use.</param>
    public static IReadOnlyDictionary<string, string> For(int memoryMiB, int cpus)
    {
        var sharedBuffers = memoryMiB / 4;
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["max_connections"] = $"{MaxConnections}",
            ["shared_buffers"] = $"{sharedBuffers}MB",
            ["effective_cache_size"] = $"{memoryMiB * 3 / 4}MB",
            ["maintenance_work_mem"] = $"{Math.Clamp(memoryMiB / 16, 32, 2048)}MB",
            ["work_mem"] = $"{Math.Max(1, (memoryMiB - sharedBuffers) / (MaxConnections * 2))}MB",
            ["wal_buffers"] = $"{Math.Clamp(sharedBuffers / 32, 4, 16)}MB",
            ["min_wal_size"] = "512MB",
            ["max_wal_size"] = "2GB",
            // A backup is streamed with the WAL since its beginning; a receiver that is gone must not fill the disk.
            ["wal_keep_size"] = "1GB",
            ["max_slot_wal_keep_size"] = "4GB",
            ["random_page_cost"] = "1.1",
            ["effective_io_concurrency"] = "200",
            ["max_worker_processes"] = $"{Math.Max(8, cpus)}",
            ["max_parallel_workers"] = $"{cpus}",
            ["max_parallel_workers_per_gather"] = $"{Math.Min(2, Math.Max(1, cpus / 2))}",
            ["idle_in_transaction_session_timeout"] = "10min",
            ["password_encryption"] = "scram-sha-256",
        };
    }

    /// <summary>Size of <c>/dev/shm</c> in MiB, where parallel queries exchange rows; Docker gives 64.</summary>
    public static int SharedMemoryMiB(int memoryMiB) => Math.Max(64, memoryMiB / 4);
}
