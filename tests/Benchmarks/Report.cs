namespace Benchmarks;

internal static class Report
{
    private const double Mebibyte = 1024 * 1024;

    public static async Task<Measurement> BestOfAsync(int runs, Func<Task<Measurement>> run)
    {
        var measurements = new List<Measurement>();
        for (var count = 0; count < runs; count++)
            measurements.Add(await run());
        return measurements.MinBy(measurement => measurement.Wall)!;
    }

    public static void Heading(string title) =>
        Console.WriteLine($"{title}\n{"resources",10} {"wall s",8} {"cpu s",8} {"peak MiB",9} {"ms each",8}");

    public static void Row(int resources, Measurement measured) => Console.WriteLine(
        $"{resources,10} {measured.Wall.TotalSeconds,8:0.000} {measured.Cpu.TotalSeconds,8:0.000} "
        + $"{measured.PeakBytes / Mebibyte,9:0} {measured.Wall.TotalMilliseconds / resources,8:0.00}");
}
