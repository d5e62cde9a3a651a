using System.Reflection;
using Xunit.Sdk;

namespace EndToEnd.Tests;

/// <summary>Adds every chapter with its time to the report of the run.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReportedAttribute : BeforeAfterTestAttribute
{
    private long _began;

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest) => _began = TimeProvider.System.GetTimestamp();

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest) => RunReport.Current?.Add(
        $"**{methodUnderTest.GetCustomAttribute<ChapterAttribute>()!.Number}. {methodUnderTest.Name.Replace('_', ' ')}**", TimeProvider.System.GetElapsedTime(_began));
}
