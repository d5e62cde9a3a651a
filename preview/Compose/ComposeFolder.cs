namespace Preview.Compose;

/// <summary>Writes files into a folder that only its owner reads, and nothing when nothing has changed.</summary>
internal static class ComposeFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes the files, and removes earlier configs and secrets that are no more. Gives the number of files that changed.</summary>
    public static int Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        // What was generated comes first: an interruption may lose what follows from it, but never a password that is in use.
        var changed = files.OrderBy(file => file.Key != GeneratedValues.FileName).ToList().Count(file => Write(folder, file.Key, file.Value));
        foreach (var stale in new[] { "configs", "secrets" }.Select(name => Path.Combine(folder, name)).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles)
            .Where(path => !files.ContainsKey(Path.GetRelativePath(folder, path).Replace('\\', '/'))))
        {
            File.Delete(stale);
            changed++;
        }

        return changed;
    }

    private static bool Write(string folder, string name, string content)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path) && File.ReadAllText(path) == content && (OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == OwnerOnly))
            return false;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
            return true;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!, OwnerOnly | UnixFileMode.UserExecute);
        // Beside the old file and then in its place, so that an interruption leaves one of them whole.
        var fresh = $"{path}.new";
        File.Delete(fresh);
        using (var stream = new FileStream(fresh, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        using (var writer = new StreamWriter(stream))
            writer.Write(content);
        File.Move(fresh, path, overwrite: true);
        return true;
    }
}
