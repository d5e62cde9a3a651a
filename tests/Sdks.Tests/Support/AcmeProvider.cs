using Pulumi;

namespace Sdks.Tests.Support;

public class AcmeProvider(string name, CustomResourceOptions? options = null, string package = "acme")
    : ProviderResource(package, name, ResourceArgs.Empty, options);
