using Kakehashi.Content;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Members;

/// <summary>Forms in which organisations are compared; what is kept and shown stays as typed.</summary>
public static class OrganisationName
{
    // After folding: katakana is hiragana, letters are half-width and lower case.
    static readonly string[] Kinds =
    [
        "特定非営利活動法人", "国立研究開発法人", "独立行政法人", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "国立大学法人", "公立大学法人",
        "社会福祉法人", "株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "協同組合", "学校法人", "医療法人", "npo法人", "(株)", "(有)", "(同)", "(一社)", "(公財)", "㈱", "㈲",
    ];

    /// <summary>For <see cref="MemberRecord.FoldedName"/>: width, case, kind of kana, blanks, hyphens and legal forms away. A name that is nothing but a legal form stays.</summary>
    public static string Fold(string name)
    {
        var folded = string.Concat(KanaFolding.Hiragana(FieldInput.HalfWidth(name)).Where(character => !char.IsWhiteSpace(character) && character is not ('・' or '-' or '‐' or '－' or '.' or ','))).ToLowerInvariant();
        var rest = folded;
        foreach (var kind in Kinds) rest = rest.Replace(kind, "", StringComparison.Ordinal);
        return rest.Length > 0 ? rest : folded;
    }

    /// <summary>For <see cref="MemberRecord.Domain"/>: host of a website without <c>www.</c>, lower case; null where there is none.</summary>
    public static string? DomainOf(string? website) =>
        Uri.TryCreate(website, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? WithoutWww(uri.IdnHost.ToLowerInvariant()) : null;

    /// <summary>Domain of an e-mail address, lower case; null where there is none.</summary>
    public static string? DomainOfEmail(string? address) =>
        address is not null && address.LastIndexOf('@') is var at and >= 0 && at < address.Length - 1 ? WithoutWww(address[(at + 1)..].ToLowerInvariant()) : null;

    static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
