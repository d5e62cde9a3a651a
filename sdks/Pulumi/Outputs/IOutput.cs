namespace Pulumi;

/// <summary>An output whose type does not matter to the reader.</summary>
internal interface IOutput
{
    /// <summary>The type of the value inside.</summary>
    Type ValueType { get; }

    /// <summary>The data, if it is there already.</summary>
    bool TryGetData(out OutputData<object?> data);

    /// <summary>Ends when the data is there, or fails with the step that makes it.</summary>
    Task WhenCompleteAsync();
}
