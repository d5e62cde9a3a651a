namespace Generator.Tests.Support;

/// <summary>The public types that an official package has for the resources, types, enums and functions of its contract.</summary>
internal static class OfficialTypes
{
    public static IEnumerable<string> Of(Contract contract) =>
        contract.Resources.Values.SelectMany(resource => Resource(contract, resource))
            .Concat(contract.InputTypes.Keys.Select(type => Nested(contract, type, "Inputs")))
            .Concat(contract.OutputTypes.Keys.Select(type => Nested(contract, type, "Outputs")))
            .Concat(contract.Enums.Keys.Select(type => $"{contract.Package}.{type}"))
            .Concat(contract.Functions.Values.SelectMany(function => Contract.Classes(function).Keys).Select(type => $"{contract.Package}.{type}"))
            .Concat(contract.Functions.Keys.Select(function => $"{contract.Package}.{function}"))
            .Concat(States(contract))
            .Concat(PlainArguments(contract))
            .Distinct();

    /// <summary>A type such as <c>Remote.ConnectionArgs</c> in the Inputs or Outputs of its module.</summary>
    public static string Nested(Contract contract, string type, string space)
    {
        var dot = type.LastIndexOf('.') + 1;
        return $"{contract.Package}.{type[..dot]}{space}.{type[dot..]}";
    }

    private static IEnumerable<string> Resource(Contract contract, ContractResource resource)
    {
        yield return resource.Class;
        yield return resource.Class + "Args";
        if (HasState(contract, resource))
            yield return resource.Class + "State";
    }

    // Packages bridged from Terraform take a state in Get, with objects of its own; a native package such as Command takes none.
    private static bool HasState(Contract contract, ContractResource resource) =>
        contract.Plugin != "command" && resource.Base == "CustomResource";

    private static IEnumerable<string> States(Contract contract)
    {
        var used = new HashSet<string>();
        foreach (var resource in contract.Resources.Values.Where(resource => HasState(contract, resource)))
            Collect(resource.Outputs);
        return used.Select(type => Nested(contract, type + "GetArgs", "Inputs"));

        void Collect(IEnumerable<ContractMember> members)
        {
            foreach (var (type, parts) in contract.OutputTypes)
            {
                if (members.Any(member => Mentions(member, type)) && used.Add(type))
                    Collect(parts);
            }
        }
    }

    private static bool Mentions(ContractMember member, string type) =>
        member.Type.Split('<', '>', '?', ',', ' ').Contains($"Outputs.{type}");

    // The contract lists the objects of a function's output form; those of its task form go by the same names, without Input.
    private static IEnumerable<string> PlainArguments(Contract contract) =>
        from type in contract.InputTypes.Keys
        where type.StartsWith("Get", StringComparison.Ordinal)
        select Nested(contract, type.Replace("InputArgs", "Args", StringComparison.Ordinal), "Inputs");
}
