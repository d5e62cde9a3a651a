using Preview.Rendering;

namespace Preview.Tests.Rendering;

public class ProgramMessageTests
{
    [Fact]
    public void Keeps_the_programs_own_frames_without_the_folders_of_this_machine()
    {
        Assert.Equal(
            """
            Running program 'shop.dll' failed with an unhandled exception:
            System.InvalidOperationException: the database is not ready
               at Shop.Nodes..ctor(String name, Pulumi.ComponentResourceOptions options) in Nodes.cs:line 12
               at Program.<Main>$(String[] args)
            """,
            ProgramMessage.Text(
                """
                Running program '/build/bin/shop.dll' failed with an unhandled exception:
                System.InvalidOperationException: the database is not ready
                   at Shop.Nodes..ctor(String name, Pulumi.ComponentResourceOptions options) in /build/shop/Nodes.cs:line 12
                   at Pulumi.Deployment.RunAsync(Func`1 func) in /build/Deployment.cs:line 40
                   at async Task<T> Pulumi.Output<T>.GetValueAsync(T whenUnknown)
                   at System.Threading.Tasks.Task.Execute()
                   at Program.<Main>$(String[] args)

                """));
    }
}
