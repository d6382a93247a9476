using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Sheets;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>The queue: looking, narrowing, searching, saving.</summary>
public sealed class QueueFlow(SubmissionQueries queries, SubmissionReading reading, Viewer viewer, IDbContextFactory<CmsDb> databases, BlindIndex index)
{
    const int MostAnswers = 1_000;

    static readonly string[] Headings = ["受付番号", "内容", "手続き", "対象", "状態", "期限", "担当", "届いた日時", "終わった日時"];

    public async Task<IResult> ListAsync(SubmissionFilter filter, CancellationToken ct) => await ShowAsync(filter, await queries.ListAsync(filter, ct), null, "", [], ct);

    /// <summary>Leads to the submission of a receipt number, or lists what came from an e-mail address. What was typed stands in no address and no log.</summary>
    public async Task<IResult> SearchAsync(string text, CancellationToken ct)
    {
        var all = new SubmissionFilter(Everything: true);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (ReceiptNumber.TryParse(text, out var number))
        {
            var receipt = number.FileName;
            return await db.Submissions.Where(s => s.Receipt == receipt).Select(s => s.CorrectsId ?? (Guid?)s.Id).SingleOrDefaultAsync(ct) is { } id
                ? Results.Redirect($"/submissions/{id}")
                : await ShowAsync(all, new SubmissionList([], 0, 1), $"受付番号 {number}", text, [], ct);
        }
        if (AnswerInput.Email(text) is { } address)
        {
            var entry = index.OfEmail(address);
            var found = await db.Submissions.AsNoTracking().Where(s => s.AddressIndex == entry).OrderByDescending(s => s.ReceivedAt).ThenBy(s => s.Id).Take(SubmissionQueries.PageSize).ToListAsync(ct);
            return await ShowAsync(all, new SubmissionList(await SubmissionQueries.WithTitlesAsync(db, found, ct), found.Count, 1), "このメールアドレスから届いたもの", text, [], ct);
        }
        return await ShowAsync(all, new SubmissionList([], 0, 1), "探せませんでした", text,
            [new Mistake("find", "受付番号（K7QM-3FPX-9WDT の形の12文字）か、メールアドレスの全体を入力してください。")], ct);
    }

    /// <summary>The whole list as CSV, at most 20,000 rows; nothing personal.</summary>
    public async Task<IResult> SaveAsync(SubmissionFilter filter, CancellationToken ct)
    {
        var (rows, office) = (new List<IReadOnlyList<string?>> { Headings }, await queries.OfficeAsync(ct));
        for (var page = 1; rows.Count <= Sheet.MaxRows; page++)
        {
            var list = await queries.ListAsync(filter with { Page = page }, ct);
            rows.AddRange(list.Rows.Select(row => (IReadOnlyList<string?>)
            [
                SubmissionTable.ReceiptWords(row.Record.Receipt), row.Record.Headline, SubmissionTable.FormLabel(row.Record.Form), row.SubjectTitle, Content.Labels.Label(row.Record.State),
                row.Record.DueAt is { } due ? Content.JapaneseTime.Format(DueWords.DayOf(due)) : "", office.FirstOrDefault(person => person.Id == row.Record.OwnerId).Name,
                Content.JapaneseTime.Format(row.Record.ReceivedAt), row.Record.ClosedAt is { } closed ? Content.JapaneseTime.Format(closed) : "",
            ]));
            if (page >= list.Pages) break;
        }
        return Downloads.Csv("uketsuke", rows);
    }

    /// <summary>All answers of what is listed, as CSV, newest 1,000; every one of them is noted as seen (F12).</summary>
    public async Task<IResult> SaveAnswersAsync(SubmissionFilter filter, CancellationToken ct)
    {
        List<Guid> ids = [];
        for (var page = 1; ids.Count < MostAnswers; page++)
        {
            var list = await queries.ListAsync(filter with { Page = page }, ct);
            ids.AddRange(list.Rows.Select(row => row.Record.Id));
            if (page >= list.Pages) break;
        }
        return Downloads.Csv("kaitou", AnswersSheet.Of(await reading.OpenManyAsync([.. ids.Take(MostAnswers)], viewer.Actor, "受付の回答のCSV", ct)));
    }

    async Task<IResult> ShowAsync(SubmissionFilter filter, SubmissionList list, string? search, string typed, IReadOnlyList<Mistake> mistakes, CancellationToken ct) =>
        Pages.Show<QueueScreen>(
            new { Model = new QueueModel(filter, list, await queries.OfficeAsync(ct), await queries.StuckAsync(ct)) { Search = search }, Typed = typed, Mistakes = mistakes },
            mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
