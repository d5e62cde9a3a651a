using Infra.Settings;
using Pulumi;

namespace Stacks;

/// <summary>
/// Makes the stack that is being deployed. What the user can put right (a stack that does not exist, settings that cannot be used) is told in
/// one message without a stack trace, and remembered for the exit code.
/// </summary>
/// <param name="name">Name of the stack that was chosen.</param>
/// <param name="stacks">The stacks that exist, by name.</param>
public sealed class StackByName(string? name, IReadOnlyDictionary<string, Func<Stack>> stacks) : IServiceProvider
{
    /// <summary>Whether the stack could not be made because of its name or its settings.</summary>
    public bool WasRefused { get; private set; }

    /// <summary>The stack.</summary>
    /// <exception cref="ResourceException">The user must change something; the message says what.</exception>
    public object GetService(Type serviceType)
    {
        if (!stacks.TryGetValue(name ?? "", out var create))
            throw Refuse($"the program has no stack '{name}'; choose one of {string.Join(", ", stacks.Keys.Order(StringComparer.Ordinal))}, or add it to stacks/Program.cs (CONTRIBUTING.md, \"An environment\")");
        try
        {
            return create();
        }
        catch (SettingsException problem)
        {
            throw Refuse(problem.Message);
        }
    }

    private ResourceException Refuse(string message)
    {
        WasRefused = true;
        return new(message, null, hideStack: true);
    }
}
