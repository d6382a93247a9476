using System.Text.Json.Nodes;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>会員の名簿: enters members and changes them, always in an approval's transaction.</summary>
public sealed class MemberRegistry(PublicPages pages, MemberContacts contacts, BlindIndex index, AddressChanges addresses, PersonalMail mail)
{
    /// <summary>Enters a member with its contacts, and publishes its page.</summary>
    /// <param name="people">At least one.</param>
    /// <returns>Null, or why it is not possible.</returns>
    public async Task<Decision?> EnterAsync(Approval step, JsonObject answers, IReadOnlyList<ContactPerson> people, bool mailing, CancellationToken ct)
    {
        var db = step.Db;
        if (people.Count == 0) return new Decision.Invalid([new FieldProblem("contacts", "担当者のメールアドレスがないため、会員にできません。")]);
        // One registration at a time: what is a duplicate is then seen.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('member registry', 0))", ct);
        var id = Guid.CreateVersion7(step.Now);
        var (folded, entries) = (OrganisationName.Fold(answers.Text("organisation")), people.Select(person => index.OfEmail(person.Email)).ToList());
        var laboratory = answers.Text("laboratory");
        var alike = await db.Members.AsNoTracking().Where(member => member.State == MemberState.Active && member.FoldedName == folded
            && db.MemberContacts.Any(contact => contact.MemberId == member.Id && contact.DeleteAt == null && entries.Contains(contact.AddressIndex))).ToListAsync(ct);
        foreach (var member in alike)
            if (await LaboratoryOfAsync(db, member, ct) == laboratory)
                return new Decision.NotLegal($"「{member.Name}」は、同じ名称とメールアドレスで、すでに会員として登録されています。重なった申込みは、却下または取消しにしてください。");

        var (item, refusal) = await pages.PublishAsync(step, ContentType.Of<Member>(), null, MemberAnswers.PageOf(answers), id, ct);
        if (refusal is not null) return refusal;
        var entered = new MemberRecord { Id = id, ItemId = item!.Id, Name = "", FoldedName = "", JoinedAt = step.Now };
        MemberAnswers.Describe(entered, answers);
        db.Members.Add(entered);
        await db.SaveChangesAsync(ct);
        for (var position = 0; position < people.Count; position++)
        {
            var confirmed = step.Record.AddressIndex is { } verified && verified.AsSpan().SequenceEqual(entries[position]);
            db.MemberContacts.Add(contacts.Create(id, position, people[position], mailing, confirmed ? step.Now : null, step.Now));
        }
        (step.Record.MemberId, step.Record.ItemId) = (id, item.Id);
        return null;
    }

    /// <summary>Changes page, registry and contacts. A contact's new address is in force once it is confirmed at the new and the old one.</summary>
    /// <returns>Null, or why it is not possible.</returns>
    public async Task<Decision?> ChangeAsync(Approval step, MemberRecord member, JsonObject answers, CancellationToken ct)
    {
        var people = MemberAnswers.PeopleOf(answers);
        if (people.Count == 0) return new Decision.Invalid([new FieldProblem("contacts", "担当者がいなくなるため、承認できません。")]);
        if (await pages.PublishAsync(step, ContentType.Of<Member>(), member.ItemId, MemberAnswers.PageOf(answers), member.Id, ct) is { Refusal: { } refusal }) return refusal;
        MemberAnswers.Describe(member, answers);
        step.Record.ItemId = member.ItemId;
        await ChangeContactsAsync(step, member, people, answers.IsTrue("mailing"), ct);
        return null;
    }

    // The same address is the same contact; otherwise the same name is, with a new address.
    async Task ChangeContactsAsync(Approval step, MemberRecord member, IReadOnlyList<ContactPerson> people, bool mailing, CancellationToken ct)
    {
        var before = (await contacts.OfAsync(step.Db, member.Id, ct)).ToList();
        for (var position = 0; position < people.Count; position++)
        {
            var person = people[position];
            var known = before.FirstOrDefault(one => SameAddress(one.Person.Email, person.Email))
                ?? before.FirstOrDefault(one => SameName(one.Person.Name, person.Name) && !people.Any(other => SameAddress(other.Email, one.Person.Email)));
            if (known is null)
            {
                step.Db.MemberContacts.Add(contacts.Create(member.Id, position, person, mailing, null, step.Now));
                continue;
            }
            before.Remove(known);
            (known.Contact.Position, known.Contact.Mailing) = (position, mailing);
            contacts.Change(known.Contact, person with { Email = known.Person.Email });
            if (!SameAddress(known.Person.Email, person.Email)) await addresses.BeginAsync(step, member, known.Contact, known.Person.Email, person.Email, ct);
        }
        // Who is no longer named gets no links from now on, and is told: perhaps somebody else named the others.
        foreach (var gone in before)
        {
            gone.Contact.DeleteAt = step.Now + Withdrawals.Kept;
            mail.Add(step.Db, gone.Person.Email, $"【{step.Program.Name}】担当者の変更",
                $"「{member.Name}」の登録内容が変わり、このメールアドレスの方は担当者ではなくなりました。会員の手続きのリンクは、今後このアドレスには送りません。\n{Withdrawals.Kept.Days}日後に、担当者としての情報を消去します。\n\n心当たりがないときは、事務局にお知らせください。\n\n{SuggestedMails.Signature(step.Program)}", step.Now);
        }
    }

    static async Task<string> LaboratoryOfAsync(CmsDb db, MemberRecord member, CancellationToken ct)
    {
        var values = await db.Items.Where(item => item.Id == member.ItemId).Join(db.Revisions, item => item.NewestRevisionId, revision => revision.Id, (_, revision) => revision.Values).SingleAsync(ct);
        return JsonNode.Parse(values)!.AsObject().Text("laboratory");
    }

    static bool SameAddress(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    static bool SameName(string one, string other) => OrganisationName.Fold(one) == OrganisationName.Fold(other);
}
