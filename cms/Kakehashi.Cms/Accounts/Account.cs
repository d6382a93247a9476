using Kakehashi.Content.Workflows;
using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Cms.Accounts;

/// <summary>Somebody who signs in to the CMS.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Name as colleagues read it, beside revisions and comments.</summary>
    [PersonalData]
    public string DisplayName { get; set; } = "";

    /// <summary>The password is one that the CMS made; its owner has not chosen another yet.</summary>
    public bool HasMadePassword { get; set; }
}

/// <summary>Who acts, and in which roles.</summary>
/// <param name="Name">Display name at that time.</param>
public sealed record Actor(Guid Id, string Name, IReadOnlySet<Role> Roles)
{
    /// <summary>The clock and the command line: nobody in person, in no role.</summary>
    public static Actor System { get; } = new(Guid.Empty, "架け橋", new HashSet<Role>());
}
