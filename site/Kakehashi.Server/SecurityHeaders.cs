using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kakehashi.Server;

/// <summary>Headers every HTTPS answer carries.</summary>
/// <remarks>W02 and W06. HSTS leaves subdomains out: they belong to the prefecture, not to this site.</remarks>
internal static class SecurityHeaders
{
    private static readonly StringValues Hsts = "max-age=31536000";
    private static readonly StringValues Policy =
        "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues Permissions =
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
    private static readonly StringValues SameOrigin = "same-origin";

    public static void Apply(IHeaderDictionary headers)
    {
        headers.StrictTransportSecurity = Hsts;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = Referrer;
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
    }
}
