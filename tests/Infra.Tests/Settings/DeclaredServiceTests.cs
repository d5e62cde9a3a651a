using Infra.Settings;
using Pulumi;

namespace Infra.Tests.Settings;

/// <summary>Every mistake in <c>lhd:services</c>, and what the user is told about it.</summary>
public class DeclaredServiceTests
{
    private const string Right = """ "name":"web","image":"nginx:1.29.1","host":"www","port":80,"health":{"path":"/"} """;

    [Fact]
    public void A_service_needs_little()
    {
        var service = Assert.Single(Read($$"""[{{{Right}}}]""", out var problems));

        Assert.Empty(problems);
        Assert.Equal(("web", "nginx:1.29.1", "www", 80, 1, 256), (service.Name, service.Image.ToString(), service.Host, service.Port, service.Replicas, service.MemoryMiB));
    }

    [Theory]
    [InlineData("""{"image":"nginx:1.29.1","health":{"none":"it has no port"}}""", "services[0].name: it is not set; write lower-case letters, digits and -, beginning with a letter, e.g. web")]
    [InlineData("""{"name":"Web_1","image":"nginx:1.29.1","health":{"none":"x"}}""", "services[0].name: 'Web_1' cannot be a name on a network; write lower-case letters, digits and -, beginning with a letter, e.g. web")]
    [InlineData("""{"name":"web","image":"nginx","health":{"none":"x"}}""", "services[0].image: 'nginx' has neither tag nor digest; write repository:tag, repository@sha256:digest or both, e.g. registry.gitlab.com/group/app:1a2b3c4d")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1"}""", "services[0].health: it is not set; say how it is checked, e.g. health: {path: /healthz}, {command: [redis-cli, ping]} or {none: why not}")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{}}""", "services[0].health: it needs one of path, command and none; say how it is checked, e.g. health: {path: /healthz}, {command: [redis-cli, ping]} or {none: why not}")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","port":80,"health":{"path":"/","retries":0}}""", "services[0].health.retries: 0 is not between 1 and 100; write a number of failures, e.g. 3")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"hosts":"www"}""", "services[0].hosts: there is no such setting; did you mean services[0].host?")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"port":"eighty"}""", "services[0].port: 'eighty' is not a whole number; write the port that the program listens on, e.g. 8000")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"host":"www"}""", "services[0].port: it has a host, but no port to send requests to; write the port that the program listens on, e.g. 8000")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"host":"www.example.com"}""", "services[0].host: 'www.example.com' cannot be a name on a network; write the first label of the host, or @ for the domain itself, e.g. www")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"path":"/api"}""", "services[0].host: it has a path or a protection, but no host; write the first label of the host, e.g. www")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"path":"/"}}""", "services[0].port: its health has a path, but there is no port to ask; write the port, or check by a command")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"replicas":"many"}""", "services[0].replicas: 'many' is neither global nor a number from 0 to 100; write a number of tasks or global, e.g. 2")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"networks":["socket"]}""", "services[0].networks[0]: there is no network 'socket' for services; choose of edge, data, metrics, e.g. [data]")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"placement":"gpu"}""", "services[0].placement: 'gpu' is no kind of node; write manager, worker, data or edge")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"memory":2}""", "services[0].memory: 2 is not between 6 and 1048576; write MiB, e.g. 256")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"reservedMemory":512}""", "services[0].reservedMemory: 512 MiB are more than the limit of 256; reserve at most the limit")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"cpus":0}""", "services[0].cpus: 0 is not between 0.01 and 256; write cores, e.g. 0.5")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"env":{"LOG-LEVEL":"info"}}""", "services[0].env.LOG-LEVEL: 'LOG-LEVEL' cannot be the name of an environment variable; write names and texts, e.g. {LOG_LEVEL: info}")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"env":["A=1"]}""", "services[0].env: it is not a mapping of names to values; write names and texts, e.g. {LOG_LEVEL: info}")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"secretEnv":{"KEY":"flask-key"}}""", "services[0].command: secretEnv comes before the image's program, which must then be stated; list program and arguments, e.g. [gunicorn, app:app]")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"mounts":[{"target":"/data"}]}""", "services[0].mounts[0].target: it needs one of volume, source and memory; say where the data is, e.g. {volume: redis, target: /data}")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"files":{"nginx.conf":"x"}}""", "services[0].files.nginx.conf: 'nginx.conf' is not an absolute path of letters, digits and . _ ~ - /; write a text for each absolute path, e.g. {/etc/nginx/conf.d/default.conf: \"server { listen 80; }\"}")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"updateOrder":"both"}""", "services[0].updateOrder: 'both' is no order; write start-first or stop-first")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"metrics":{}}""", "services[0].metrics.port: it is not set; write the port of the metrics, e.g. 9100")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":"/"}""", "services[0].health: it is not a mapping of names to values; say how it is checked, e.g. health: {path: /healthz}, {command: [redis-cli, ping]} or {none: why not}")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":" "}}""", "services[0].health.none: it gives no reason; write why it cannot be checked, e.g. it runs no program that answers")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"user":"a b"}""", "services[0].user: 'a b' cannot be a user; write a user, or user:group, e.g. \"1000:1000\"")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"env":{"TIER":null}}""", "services[0].env.TIER: it is empty; write names and texts, e.g. {LOG_LEVEL: info}")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"args":[["a"]]}""", "services[0].args[0]: it is not one value; list arguments, e.g. [--workers, \"2\"]")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"reservedMemory":-5}""", "services[0].reservedMemory: -5 is not between 1 and 1048576; write MiB, e.g. 128")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"files":{"/a":""}}""", "services[0].files./a: the file is empty; write a text for each absolute path, e.g. {/etc/nginx/conf.d/default.conf: \"server { listen 80; }\"}")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"mounts":[{"volume":"v","target":"/"}]}""", "services[0].mounts[0].target: '/' is not a path of its own in the container; write an absolute path in the container, e.g. /data")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"mounts":["/data"]}""", "services[0].mounts[0]: it is not a mapping of names to values; list where data is kept, e.g. [{volume: redis, target: /data}]")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"secrets":["sk_live_Hunter2"]}""", "services[0].secrets[0]: this cannot be the name of a secret; list names of secrets, e.g. [database-url]")]
    [InlineData("""{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"command":["web"],"env":{"KEY":"1"},"secretEnv":{"KEY":"flask-key"}}""", "services[0].secretEnv.KEY: env has the same variable; keep one of the two")]
    public void A_mistake_is_named_by_its_path(string service, string told)
    {
        Read($"[{service}]", out var problems);

        Assert.Equal([told], problems);
    }

    [Theory]
    [InlineData("/", "/var/lib/docker")]
    [InlineData("/var", "/var/lib/docker")]
    [InlineData("/var/lib/docker", "/var/lib/docker")]
    [InlineData("/srv/../var/lib/docker/volumes", "/var/lib/docker")]
    [InlineData("/var/lib/containerd/", "/var/lib/containerd")]
    [InlineData("/var/run/docker.sock", "/run/docker.sock")]
    [InlineData("/run/docker/netns", "/run/docker")]
    [InlineData("/run", "/run/docker")]
    [InlineData("/etc/docker", "/etc")]
    [InlineData("/home/deploy/.docker", "/home")]
    public void What_belongs_to_the_engine_is_not_mounted(string source, string taken)
    {
        Read($$"""[{"name":"web","image":"nginx:1.29.1","health":{"none":"x"},"placement":"data","mounts":[{"source":"{{source}}","target":"/data"}]}]""", out var problems);

        Assert.Equal(
            $"services[0].mounts[0].source: '{source}' shows the service {taken}, which belongs to the node's engine or system; {HostPaths.Expected}",
            Assert.Single(problems));
    }

    [Theory]
    [InlineData("/srv/web")]
    [InlineData("/var/lib/dockerfiles")]
    [InlineData("/mnt/data/web")]
    public void A_folder_for_a_service_alone_may_be_mounted(string source) => Assert.Equal(source, HostPaths.Parse(source));

    [Fact]
    public void All_mistakes_of_all_services_are_named_at_once()
    {
        Read($$"""[{{{Right}}}, {"name":"1","image":"nginx"}]""", out var problems);

        Assert.Equal(["services[1].name", "services[1].image", "services[1].health"], problems.Select(problem => problem.Split(':')[0]));
    }

    [Theory]
    [InlineData("""{"web":1}""", "services: it is not a list, with one '- ' line for each element; ")]
    [InlineData("""["web"]""", "services[0]: it is not a mapping of names to values; ")]
    public void A_list_that_is_none_is_named(string value, string told)
    {
        Read(value, out var problems);

        Assert.StartsWith($"{told}list services, e.g. [{{name: web,", Assert.Single(problems), StringComparison.Ordinal);
    }

    private static IReadOnlyList<DeclaredService> Read(string json, out IReadOnlyList<string> problems)
    {
        var source = new SettingsSource(new Dictionary<string, string> { ["services"] = json }, StackFiles.SecretKeys, _ => Output.CreateSecret(""));
        var section = source.Section(ServiceListSettings.Read);
        problems = [.. source.Problems.Select(problem => $"{problem.Key}: {problem.Why}; {problem.Fix}")];
        return section.Services;
    }
}
