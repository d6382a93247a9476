using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kakehashi.Cms.Frame;

/// <summary>What the last action did, carried over one redirect and announced on the next screen.</summary>
public sealed class Status(IDataProtectionProvider protection)
{
    const string Cookie = "__Host-status";

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Kakehashi.Cms.Frame.Status").ToTimeLimitedDataProtector();

    /// <summary>Leaves a sentence for the next screen of this browser.</summary>
    public void Say(HttpContext context, string sentence) =>
        context.Response.Cookies.Append(Cookie, protector.Protect(sentence, TimeSpan.FromMinutes(1)),
            new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });

    /// <summary>The sentence left for this screen, or null; it is said once.</summary>
    public string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } sealedSentence) return null;
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Secure = true, Path = "/" });
        try
        {
            return protector.Unprotect(sealedSentence);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
