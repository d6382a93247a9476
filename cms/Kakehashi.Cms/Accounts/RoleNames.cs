using System.Security.Claims;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Accounts;

/// <summary>Names under which Identity keeps the workflow's roles.</summary>
public static class RoleNames
{
    /// <summary>Claim type of the display name in the sign-in cookie.</summary>
    public const string DisplayName = "display_name";

    /// <summary>Lower case: <c>editor</c>, <c>secretariat</c>, <c>approver</c>, <c>operator</c>.</summary>
    public static string Of(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>Who is signed in; null for nobody.</summary>
    public static Actor? ToActor(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Actor(id, principal.FindFirstValue(DisplayName) ?? principal.Identity?.Name ?? "",
                Enum.GetValues<Role>().Where(role => principal.IsInRole(Of(role))).ToHashSet())
            : null;
}
