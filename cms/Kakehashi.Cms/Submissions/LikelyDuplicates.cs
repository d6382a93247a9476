using System.Text.Json.Nodes;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>Finds who a registration, or a proposal with one, is perhaps already: by name, corporate number, domain and address (F01).</summary>
public sealed class LikelyDuplicates
{
    static readonly string[] Forms = [MemberRegistration.Name, SolutionProposal.Name, MemberChange.Name];

    /// <summary>Members first, then other open registrations; empty for forms that make no member.</summary>
    public async Task<IReadOnlyList<Likeness>> OfAsync(CmsDb db, SubmissionRecord record, Submission sent, CancellationToken ct)
    {
        if (!Forms.Contains(record.Form)) return [];
        var name = OrganisationName.Fold(Text(sent.Answers, "organisation"));
        var number = AnswerInput.CorporateNumber(Text(sent.Answers, "corporate-number"));
        var domains = new[] { OrganisationName.DomainOf(Text(sent.Answers, "website")) }.Concat(Addresses(sent.Answers).Select(OrganisationName.DomainOfEmail)).OfType<string>().Distinct().ToList();
        var members = await db.Members.AsNoTracking()
            .Where(m => m.Id != record.MemberId && (m.FoldedName == name || number != null && m.CorporateNumber == number || m.Domain != null && domains.Contains(m.Domain)))
            .OrderBy(m => m.Name).ThenBy(m => m.Id).Take(20)
            .Join(db.Items, m => m.ItemId, item => item.Id, (member, item) => new { member, item.Id }).ToListAsync(ct);
        var open = await db.Submissions.AsNoTracking()
            .Where(s => s.Id != record.Id && Forms.Contains(s.Form) && (s.State == SubmissionState.Unverified || s.State == SubmissionState.Received || s.State == SubmissionState.InCheck || s.State == SubmissionState.Returned))
            .OrderBy(s => s.ReceivedAt).ThenBy(s => s.Id).ToListAsync(ct);
        return
        [
            .. members.Select(pair => new Likeness(pair.member.Name + (pair.member.State == MemberState.Withdrawn ? "（退会）" : ""),
                Why((pair.member.FoldedName == name, "名称"), (number is not null && pair.member.CorporateNumber == number, "法人番号"), (pair.member.Domain is { } domain && domains.Contains(domain), "ドメイン")),
                $"/items/members/{pair.Id}")),
            .. open.Select(other => (Other: other, Why: Why((OrganisationName.Fold(other.Headline) == name, "名称"), (record.AddressIndex is { } entry && other.AddressIndex is { } same && entry.SequenceEqual(same), "メールアドレス"))))
                .Where(pair => pair.Why.Length > 0).Take(20)
                .Select(pair => new Likeness($"{SubmissionTable.Headline(pair.Other)}（{SubmissionTable.FormLabel(pair.Other.Form)}・{Content.Labels.Label(pair.Other.State)}）", pair.Why, $"/submissions/{pair.Other.Id}")),
        ];
    }

    static string Why(params IEnumerable<(bool IsSame, string Words)> respects) =>
        string.Join('と', respects.Where(respect => respect.IsSame).Select(respect => respect.Words)) is { Length: > 0 } words ? $"{words}が同じ" : "";

    static IEnumerable<string> Addresses(JsonObject answers) =>
        (answers["contacts"] as JsonArray ?? []).OfType<JsonObject>().Append(answers).Select(entry => Text(entry, "email")).Where(address => address.Length > 0);

    static string Text(JsonObject answers, string question) => answers[question] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
