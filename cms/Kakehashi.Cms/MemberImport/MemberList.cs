using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.MemberImport;

/// <summary>Every member with its contacts, in the columns that the import reads (F11): what goes out can come in again.</summary>
public sealed class MemberList(IDbContextFactory<CmsDb> databases, ProgramStore programs, MemberContacts contacts, ViewLog views)
{
    /// <summary>Heading, then one row for each member in the order of names (ordinal); those who withdrew are left out. The look is noted first.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string?>>> RowsAsync(Actor actor, CancellationToken ct)
    {
        await views.NoteAsync(actor, ["members"], "会員の一覧を保存", ct);
        var program = await programs.CurrentAsync(ct);
        var columns = MemberColumns.For(program);
        await using var db = await databases.CreateDbContextAsync(ct);
        var members = await db.Members.AsNoTracking().Where(member => member.State == MemberState.Active).ToListAsync(ct);
        List<IReadOnlyList<string?>> rows = [[.. columns.Select(column => column.Heading)]];
        foreach (var member in members.OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Id))
        {
            var answers = MemberAnswers.Of(member, await PageAsync(db, member.ItemId, ct), await contacts.OfAsync(db, member.Id, ct));
            var fields = AnswerFields.Of(MemberRegistration.For(program), answers);
            rows.Add([.. columns.Select(column => CellOf(column, fields, member))]);
        }
        return rows;
    }

    static async Task<JsonObject> PageAsync(CmsDb db, Guid item, CancellationToken ct)
    {
        var revision = await db.Items.Where(one => one.Id == item).Select(one => one.LiveRevisionId ?? one.NewestRevisionId).SingleAsync(ct);
        return (await db.Revisions.AsNoTracking().SingleAsync(one => one.Id == revision, ct)).ReadValues();
    }

    static string CellOf(MemberColumn column, PostedFields fields, MemberRecord member) => column.Question switch
    {
        null => JapaneseTime.Format(JapaneseTime.DateOf(member.JoinedAt)),
        { Kind: QuestionKind.Agreement } => fields.One(column.Key) == "true" ? "はい" : "いいえ",
        { Choices.Count: > 0 } question => string.Join('、', fields[column.Key].Select(value => question.Choices.FirstOrDefault(choice => choice.Value == value)?.Label ?? value)),
        _ => fields.One(column.Key),
    };
}
