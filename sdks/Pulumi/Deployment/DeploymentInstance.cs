namespace Pulumi;

/// <summary>The run of this program: its names, and calls of provider functions.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    /// <summary>Whether this is a preview, in which nothing is created.</summary>
    public bool IsDryRun => _deployment.Settings.IsDryRun;

    /// <summary>The project's name.</summary>
    public string ProjectName => _deployment.Settings.Project;

    /// <summary>The stack's name.</summary>
    public string StackName => _deployment.Settings.Stack;

    /// <summary>The organization's name.</summary>
    public string OrganizationName => _deployment.Settings.Organization;

    /// <summary>The folder of <c>Pulumi.yaml</c>; throws when the engine does not say.</summary>
    public string RootDirectory => _deployment.Settings.RootDirectory
        ?? throw new InvalidOperationException("The engine did not say where the project is; PULUMI_ROOT_DIRECTORY is not set.");

    /// <summary>Calls a provider function whose arguments and result are outputs.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">The function's token, such as <c>cloudflare:index/getIpRanges:getIpRanges</c>.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How it is called; the defaults when null.</param>
    /// <returns>The result; unknown when an argument is, in which case nothing is called.</returns>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.Invoker.Invoke<T>(token, args, options);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => _deployment.Invoker.Invoke<T>(token, args, options);

    /// <summary>Calls a provider function that returns one value instead of an object.</summary>
    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _deployment.Invoker.InvokeSingle<T>(token, args, options);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        _deployment.Invoker.InvokeSingle<T>(token, args, options);

    /// <summary>Calls a provider function and gives its result as a plain value: secrets are open and unknown parts have default values.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How it is called; the defaults when null.</param>
    /// <returns>The result.</returns>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.Invoker.InvokeAsync<T>(token, args, options);

    /// <summary>Calls a provider function for its effect.</summary>
    /// <inheritdoc cref="InvokeAsync{T}"/>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.Invoker.InvokeAsync(token, args, options);

    /// <summary>Calls a provider function that returns one value instead of an object.</summary>
    /// <inheritdoc cref="InvokeAsync{T}"/>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        _deployment.Invoker.InvokeSingleAsync<T>(token, args, options);
}
