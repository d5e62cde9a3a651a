using System.ComponentModel;

namespace System.Runtime.CompilerServices;

// The compiler asks for this type by name for init accessors and records; .NET Standard 2.0 lacks it.
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
