namespace Preview;

/// <summary>The standard output takes no more. A reader that went away, as <c>head</c> does, is no error: the runtime drops what it would not read.</summary>
/// <param name="reason">Why.</param>
public sealed class OutputException(Exception reason)
    : Exception($"the standard output cannot be written to: {reason.GetBaseException().Message.TrimEnd('.')}", reason);
