using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Preview.Engine;

namespace Preview.Compose;

/// <summary>
/// Password hashes by the system's own crypt(3), libxcrypt on Debian and Ubuntu (crypt(5), "bcrypt"). The cost is that of the random
/// provider.
/// </summary>
internal static partial class Bcrypt
{
    private const int Cost = 10;

    /// <summary>Bcrypt's own order of the 64 digits.</summary>
    private const string Digits = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The 22nd digit of a salt has two bits of 128 left: only these four values are written back as they are.</summary>
    private const string LastDigits = ".Oeu";

    private static readonly Lock OneAtATime = new();

    /// <summary>A new hash of a password, which is never the same twice.</summary>
    /// <exception cref="EngineException">The system has no bcrypt.</exception>
    public static string Hash(string password)
    {
        var salt = $"$2b${Cost:00}${RandomNumberGenerator.GetString(Digits, 21)}{RandomNumberGenerator.GetString(LastDigits, 1)}";
        try
        {
            // The function answers in memory of its own.
            lock (OneAtATime)
            {
                return Marshal.PtrToStringUTF8(Crypt(password, salt)) is { Length: 60 } hash && hash.StartsWith(salt, StringComparison.Ordinal) ? hash : throw Missing();
            }
        }
        catch (DllNotFoundException)
        {
            throw Missing();
        }
    }

    private static EngineException Missing() => new(
        "this system has no bcrypt in its libcrypt, which the dashboard's password needs: run --compose in the container mcr.microsoft.com/dotnet/sdk:10.0, as docs/local.md says");

    [LibraryImport("libcrypt.so.1", EntryPoint = "crypt", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial IntPtr Crypt(string password, string salt);
}
