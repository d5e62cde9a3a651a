using System.Reflection;
using Generator.Tests.Support;
using Pulumi;

namespace Generator.Tests;

/// <summary>The built provider packages against the facts of the official ones.</summary>
public class PackageContractTests
{
    public static TheoryData<string> Packages => Contract.Packages;

    [Theory, MemberData(nameof(Packages))]
    public void Resources_have_the_official_outputs(string package)
    {
        var (contract, assembly) = Load(package);

        Assert.All(contract.Resources.Values, resource => Assert.Equal(
            resource.Outputs.Select(output => output.Declaration).Order(),
            PackageFacts.Outputs(Type(assembly, resource.Class)).Select(output => $"{output.Name}: {output.Type} = {output.Wire}").Order()));
    }

    [Theory, MemberData(nameof(Packages))]
    public void Resources_take_the_official_inputs(string package)
    {
        var (contract, assembly) = Load(package);

        Assert.All(contract.Resources.Values, resource => AssertInputs(resource.Inputs, Type(assembly, resource.Class + "Args")));
    }

    [Theory, MemberData(nameof(Packages))]
    public void Resources_have_the_official_token_base_class_and_version(string package)
    {
        var (contract, assembly) = Load(package);

        Assert.All(contract.Resources.Values, resource =>
        {
            var type = Type(assembly, resource.Class);
            var attribute = type.GetCustomAttribute<ResourceTypeAttribute>()!;
            Assert.Equal((resource.Token, contract.Version), (attribute.Type, attribute.Version));
            Assert.Equal(resource.Base, type.BaseType!.Name);
        });
    }

    [Theory, MemberData(nameof(Packages))]
    public void Resources_have_the_official_options(string package)
    {
        var (contract, assembly) = Load(package);

        Assert.All(contract.Resources.Values, resource =>
        {
            var options = PackageFacts.DefaultOptions(Type(assembly, resource.Class));
            Assert.Equal(contract.Version, options.Version);
            Assert.Equal(resource.AdditionalSecretOutputs, options.AdditionalSecretOutputs);
            Assert.Equal(resource.SecretOutputs.Except(resource.AdditionalSecretOutputs), []);
            Assert.Equal(package == "command" ? resource.ReplaceOnChanges.Select(name => $"{name}[*]") : [], options.ReplaceOnChanges);
            Assert.Equal(resource.AliasTypes.Length, options.Aliases.Count);
        });
    }

    [Theory, MemberData(nameof(Packages))]
    public void Objects_have_the_official_members(string package)
    {
        var (contract, assembly) = Load(package);

        Assert.All(contract.InputTypes, type => AssertInputs(type.Value, Type(assembly, Nested(contract, type.Key, "Inputs"))));
        Assert.All(contract.OutputTypes, type => AssertFields(type.Value, Type(assembly, Nested(contract, type.Key, "Outputs"))));
    }

    [Theory, MemberData(nameof(Packages))]
    public void Functions_have_the_official_arguments_and_results(string package)
    {
        var (contract, assembly) = Load(package);

        Assert.All(contract.Functions.Values.SelectMany(function => Contract.Classes(function)), type =>
        {
            var generated = Type(assembly, $"{contract.Package}.{type.Key}");
            if (type.Key.EndsWith("Result", StringComparison.Ordinal))
                AssertFields(type.Value, generated);
            else
                AssertInputs(type.Value, generated);
        });
    }

    [Theory, MemberData(nameof(Packages))]
    public void Enums_have_the_official_members(string package)
    {
        var (contract, assembly) = Load(package);

        Assert.All(contract.Enums, type => Assert.Equal(
            type.Value.Select(member => $"{member.Key} = {member.Value}").Order(),
            Type(assembly, $"{contract.Package}.{type.Key}")
                .GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Select(property => $"{property.Name} = {property.GetValue(null)}")
                .Order()));
    }

    [Theory, MemberData(nameof(Packages))]
    public async Task Secret_inputs_of_the_official_package_are_secret(string package)
    {
        var (contract, assembly) = Load(package);
        var classes = contract.Resources.Values.Select(resource => (Type: Type(assembly, resource.Class + "Args"), Members: resource.Inputs))
            .Concat(contract.InputTypes.Select(type => (Type(assembly, Nested(contract, type.Key, "Inputs")), type.Value)));

        foreach (var (type, members) in classes)
        {
            var args = Activator.CreateInstance(type)!;
            foreach (var member in members.Where(member => member.Type.StartsWith("Input<string>", StringComparison.Ordinal)))
            {
                type.GetProperty(member.Name)!.SetValue(args, (Input<string>)"text");
                Assert.True(member.Secret == await PackageFacts.IsSecretAsync<string>(args, member.Name), $"{type}.{member.Name}");
            }
        }
    }

    [Theory, MemberData(nameof(Packages))]
    public void Nothing_is_public_that_the_official_package_lacks(string package)
    {
        var (contract, assembly) = Load(package);

        Assert.Equal(OfficialTypes.Of(contract).Order(), assembly.GetExportedTypes().Select(type => type.FullName!).Order());
    }

    private static void AssertInputs(IEnumerable<ContractMember> official, Type type) => Assert.Equal(
        official.Select(member => member.Declaration).Order(),
        PackageFacts.Inputs(type)
            .Select(input => new ContractMember(input.Wire, input.Name, input.Type) { Required = input.Required, Json = input.Json }.Declaration)
            .Order());

    private static void AssertFields(IEnumerable<ContractMember> official, Type type) => Assert.Equal(
        official.Select(member => $"{member.Name}: {member.Type}").Order(),
        type.GetFields().Select(field => $"{field.Name}: {CSharpType.Of(field)}").Order());

    private static (Contract Contract, Assembly Assembly) Load(string package)
    {
        var contract = Contract.Read(package);
        return (contract, Assembly.Load(contract.Package));
    }

    private static Type Type(Assembly assembly, string name) => assembly.GetType(name, throwOnError: true)!;

    private static string Nested(Contract contract, string type, string space) => OfficialTypes.Nested(contract, type, space);
}
