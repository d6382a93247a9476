using System.Text.Json.Nodes;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Members;

/// <summary>What a member says about itself: from a form's answers to the registry and the public page, and back to prefilled answers.</summary>
public static class MemberAnswers
{
    // The page's field, and the question it is answered by.
    static readonly (string Field, string Question)[] Public =
    [
        ("title", "organisation"), ("kana", "organisation-kana"), ("kind", "kind"), ("area", "area"), ("laboratory", "laboratory"),
        ("website", "website"), ("summary", "summary"), ("strengths", "strengths"),
    ];

    /// <summary>Fields of the public page; null where the question was left empty.</summary>
    public static JsonObject PageOf(JsonObject answers)
    {
        var page = new JsonObject();
        foreach (var (field, question) in Public) page[field] = answers[question]?.DeepClone();
        return page;
    }

    /// <summary>Writes what the office keeps beside the public page.</summary>
    public static void Describe(MemberRecord member, JsonObject answers)
    {
        member.Name = answers.Text("organisation");
        member.FoldedName = OrganisationName.Fold(member.Name);
        member.CorporateNumber = answers.TextOrNull("corporate-number");
        member.Domain = OrganisationName.DomainOf(answers.TextOrNull("website"));
        member.PostalAddress = $"{answers.Text("postal-code")} {answers.Text("address")}".Trim() is { Length: > 0 } address ? address : null;
        member.Interests = answers.Texts("interests");
    }

    /// <summary>People named in the group 担当者, those with an address; in order.</summary>
    public static IReadOnlyList<ContactPerson> PeopleOf(JsonObject answers) => [.. answers.Entries("contacts").Select(PersonOf).OfType<ContactPerson>()];

    /// <summary>One person; null without an address.</summary>
    public static ContactPerson? PersonOf(JsonObject entry)
    {
        var person = entry["person"] as JsonObject ?? [];
        return AnswerInput.Email(entry.Text("email")) is { } email
            ? new(person.Text("name"), person.TextOrNull("kana"), entry.TextOrNull("department"), email, entry.TextOrNull("telephone"))
            : null;
    }

    /// <summary>Answers that would say what is registered now.</summary>
    /// <param name="page">Values of the public page.</param>
    public static JsonObject Of(MemberRecord member, JsonObject page, IReadOnlyList<OpenContact> contacts)
    {
        var answers = new JsonObject();
        foreach (var (field, question) in Public)
            if (page[field] is { } value) answers[question] = value.DeepClone();
        if (member.CorporateNumber is { } number) answers["corporate-number"] = number;
        if (member.PostalAddress?.Split(' ', 2) is [var code, var address]) (answers["postal-code"], answers["address"]) = (code, address);
        if (member.Interests.Count > 0) answers["interests"] = new JsonArray([.. member.Interests.Select(interest => (JsonNode)interest)]);
        answers["contacts"] = new JsonArray([.. contacts.Select(contact => (JsonNode)EntryOf(contact.Person))]);
        if (contacts.Any(contact => contact.Contact.Mailing)) answers["mailing"] = true;
        return answers;
    }

    static JsonObject EntryOf(ContactPerson person)
    {
        var name = new JsonObject { ["name"] = person.Name };
        if (person.Kana is { } kana) name["kana"] = kana;
        var entry = new JsonObject { ["person"] = name, ["email"] = person.Email };
        if (person.Department is { } department) entry["department"] = department;
        if (person.Telephone is { } telephone) entry["telephone"] = telephone;
        return entry;
    }
}
