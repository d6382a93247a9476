using Kakehashi.Cms.Accounts;

namespace Kakehashi.Cms.Frame;

/// <summary>How people are spoken of.</summary>
public static class People
{
    /// <summary>花子さん; the clock and the command line, which are nobody, without さん.</summary>
    /// <param name="names">Display names by account.</param>
    public static string Called(this IReadOnlyDictionary<Guid, string> names, Guid account) =>
        account == Actor.System.Id ? Actor.System.Name
        : names.TryGetValue(account, out var name) ? Called(name)
        : "登録のない人";

    /// <inheritdoc cref="Called(IReadOnlyDictionary{Guid, string}, Guid)"/>
    public static string Called(string name) => name == Actor.System.Name || name.EndsWith("さん", StringComparison.Ordinal) ? name : name + "さん";
}
