using System.Reflection;

namespace Pulumi;

/// <summary>Reads a stack's outputs from the properties that its class marks.</summary>
internal static class StackOutputs
{
    public static IDictionary<string, object?> Read(Stack stack)
    {
        var outputs = new Dictionary<string, object?>();
        var unassigned = new List<string>();
        foreach (var property in OutputProperties.Marked(stack.GetType()))
        {
            var (name, value) = (property.GetCustomAttribute<OutputAttribute>()!.Name ?? property.Name, property.GetValue(stack));
            outputs[name] = value;
            if (value is null)
                unassigned.Add(name);
        }

        return unassigned.Count == 0
            ? outputs
            : throw new RunException(
                $"Output(s) {string.Join(", ", unassigned.Select(name => $"'{name}'"))} have no value assigned. " +
                "[Output] attributed properties must be assigned inside Stack constructor.");
    }
}
