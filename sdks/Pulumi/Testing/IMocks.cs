namespace Pulumi.Testing;

/// <summary>Stands in for the engine and its providers in a test.</summary>
public interface IMocks
{
    /// <summary>Called for every resource but the stack that the program declares or reads.</summary>
    /// <param name="args">The resource.</param>
    /// <returns>Its id and its outputs by name. A null id is the import id, an empty one is not known.</returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Called for every provider function whose arguments are known.</summary>
    /// <param name="args">The call.</param>
    /// <returns>The result by name.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Called for the outputs of components and of the stack.</summary>
    /// <param name="args">The outputs.</param>
    /// <returns>A task that ends when the test has seen them.</returns>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
