namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary><c>autocomplete</c> names a purpose that browsers know.</summary>
public sealed class AutocompleteValue() : PageRule("autocomplete-value", Criteria.InputPurpose, Weight.Error, MiChecker.Problem,
    "autocomplete の値が正しくありません。氏名は name、メールは email、電話は tel、郵便番号は postal-code のように書いてください。")
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "on", "off", "name", "honorific-prefix", "given-name", "additional-name", "family-name", "honorific-suffix", "nickname", "username", "new-password", "current-password", "one-time-code",
        "organization-title", "organization", "street-address", "address-line1", "address-line2", "address-line3", "address-level4", "address-level3", "address-level2", "address-level1", "country", "country-name",
        "postal-code", "cc-name", "cc-given-name", "cc-additional-name", "cc-family-name", "cc-number", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-csc", "cc-type", "transaction-currency", "transaction-amount",
        "language", "bday", "bday-day", "bday-month", "bday-year", "sex", "url", "photo", "tel", "tel-country-code", "tel-national", "tel-area-code", "tel-local", "tel-extension", "email", "impp", "webauthn",
    };

    private static readonly string[] Before = ["shipping", "billing", "home", "work", "mobile", "fax", "pager"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>連絡先</p>\n<label>メール <input name=\"m\" autocomplete=\"e-mail\"></label>", line: 2),
        Example.Bad("<label>電話 <input name=\"t\" autocomplete=\"phone\"></label>"),
        Example.Good("<label>メール <input name=\"m\" autocomplete=\"work email\"></label><label>町名 <input name=\"a\" autocomplete=\"section-office address-level2\"></label><form autocomplete=\"off\"></form>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("autocomplete").Where(field => !field.GetAttribute("autocomplete")!.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(IsKnown)).Select(Fault.At);

    private static bool IsKnown(string token) =>
        Known.Contains(token) || Before.Contains(token, StringComparer.OrdinalIgnoreCase) || token.StartsWith("section-", StringComparison.OrdinalIgnoreCase);
}
