namespace Generator.Tests.Support;

/// <summary>
/// An expected text in Golden/. What was generated is left beside it in the test's output folder, to be read and accepted.
/// </summary>
internal static class GoldenFile
{
    public static void AssertEqual(string name, string actual)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Golden");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name.Replace(".expected.", ".actual.", StringComparison.Ordinal)), actual);
        Assert.Equal(File.ReadAllText(Path.Combine(folder, name)), actual);
    }
}
