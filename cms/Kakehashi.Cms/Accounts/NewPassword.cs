using System.Security.Cryptography;

namespace Kakehashi.Cms.Accounts;

/// <summary>Passwords that the CMS makes: shown once, kept as hashes.</summary>
static class NewPassword
{
    // No look-alikes: the password is read from a screen and typed.
    const string Letters = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Twenty random letters and digits, about 115 bits.</summary>
    public static string Create() => RandomNumberGenerator.GetString(Letters, 20);
}
