using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accounts;
using Kakehashi.Content;

namespace Kakehashi.Cms.Accessibility;

/// <summary>What a test holds, in Japanese.</summary>
static class TestWords
{
    /// <summary>Whether somebody typed the word that only a conclusion may give.</summary>
    public static bool Claims(string text) => text.Contains(Claim.Word, StringComparison.Ordinal);

    public static string Label(this Outcome outcome) => outcome switch { Outcome.Passed => "適合", Outcome.Failed => "不適合", Outcome.Inapplicable => "適用なし", _ => "未試験" };

    /// <summary>Value of <c>data-state</c> that gives the outcome its colour and sign.</summary>
    public static string State(this Outcome outcome) => outcome switch { Outcome.Passed => "published", Outcome.Failed => "returned", Outcome.Inapplicable => "ended", _ => "draft" };

    public static string Label(this TestMode mode) => mode switch { TestMode.Automatic => "AC", TestMode.SemiAutomatic => "AF", _ => "HC" };

    /// <summary>Parts that somebody plays; what is published instead of a name.</summary>
    public static string Parts(this Actor actor) => string.Join('・', actor.Roles.Order().Select(role => role.Label()));

    public static string Words(this AssistiveTechnology one) => $"{one.Name} {one.Version}・{one.Browser}・{one.System}";
}
