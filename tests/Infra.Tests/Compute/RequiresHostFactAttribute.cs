using Tests.Support;

namespace Infra.Tests.Compute;

/// <summary>A test on a throw-away host. Without root or an installed program it is skipped and says so; in CI (<c>CI</c> is set) it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequiresHostFactAttribute : FactAttribute
{
    private static readonly string[] Tools =
        ["unshare", "pivot_root", "apt-get", "dpkg-deb", "sudo", "su", "gpg", "curl", "openssl", "python3", "ip", "dockerd", "docker", "containerd", "runc"];

    public RequiresHostFactAttribute() => Skip = new RequiresRootFactAttribute(Tools).Skip;
}
