namespace Infra.Backups;

/// <summary>Names that several parts of the backups share.</summary>
public static class BackupNames
{
    /// <summary>The service that takes backups; also its DNS name.</summary>
    public const string Service = "backups";

    /// <summary>The service that runs one command at a time, and nothing in between.</summary>
    public const string Jobs = "backup-jobs";
}
