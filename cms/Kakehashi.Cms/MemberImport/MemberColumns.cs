using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;

namespace Kakehashi.Cms.MemberImport;

/// <summary>One column of the list of members: a question of the registration form under the heading that the office uses.</summary>
/// <param name="Heading">Unique.</param>
/// <param name="Key">Key of the answer as the form posts it; a choice is given by its words.</param>
/// <param name="IsNeeded">A member cannot be imported without it.</param>
/// <param name="Example">For the template.</param>
public sealed record MemberColumn(string Heading, string Key, bool IsNeeded, string Example)
{
    /// <summary>The question answered, or null for what only the list has.</summary>
    public Question? Question { get; init; }
}

/// <summary>The columns of the list, in the order of the template.</summary>
public static class MemberColumns
{
    /// <summary>Key of 入会日, which no form asks for.</summary>
    public const string JoinedKey = "joined";

    /// <summary>Contact persons that a row has room for.</summary>
    public const int Contacts = 3;

    /// <summary>All of them; headings unique.</summary>
    public static IReadOnlyList<MemberColumn> For(ProgramSettings program)
    {
        var form = MemberRegistration.For(program);
        var (organisation, contacts) = (form.Groups[0], form.Groups.Single(group => group.Repeat is not null));
        MemberColumn One(string heading, string name, bool needed, string example) =>
            new(heading, AnswerFields.Key(name), needed, example) { Question = organisation.Questions.Single(question => question.Name == name) };
        IEnumerable<MemberColumn> Contact(int index)
        {
            var prefix = $"担当者{index + 1}";
            Question Of(string name) => contacts.Questions.Single(question => question.Name == name);
            string Key(string name) => AnswerFields.Key(contacts.Repeat!, index, name);
            yield return new($"{prefix}氏名", Key("person") + ".name", index == 0, index == 0 ? "見本 花子" : "") { Question = Of("person") };
            yield return new($"{prefix}ふりがな", Key("person") + ".kana", false, index == 0 ? "みほん はなこ" : "") { Question = Of("person") };
            yield return new($"{prefix}部署・役職", Key("department"), false, index == 0 ? "営業部 主任" : "") { Question = Of("department") };
            yield return new($"{prefix}メールアドレス", Key("email"), index == 0, index == 0 ? "hanako@kakehashi.example" : "") { Question = Of("email") };
            yield return new($"{prefix}電話番号", Key("telephone"), false, index == 0 ? "028-000-0000" : "") { Question = Of("telephone") };
        }
        return
        [
            One("名称", "organisation", true, "架橋システム株式会社"),
            One("名称のふりがな", "organisation-kana", true, "かけはししすてむ"),
            One("種別", "kind", true, "企業"),
            One("法人番号", "corporate-number", false, ""),
            One("研究室・部署", "laboratory", false, ""),
            One("郵便番号", "postal-code", false, "320-0000"),
            One("所在地", "address", false, "見本県架橋市見本町1番1号"),
            One("地域", "area", true, program.Areas is [var area, ..] ? area.Name : ""),
            One("ウェブサイト", "website", false, "https://www.kakehashi.example/"),
            One("紹介", "summary", true, "道路や橋の点検を、映像とセンサーで手伝う会社です。"),
            One("得意な技術や取組", "strengths", false, "センサー、画像解析"),
            One("関心のある分野", "interests", false, program.Fields is [var field, ..] ? field.Name : ""),
            new("入会日", JoinedKey, false, "2025-04-01"),
            .. Enumerable.Range(0, Contacts).SelectMany(Contact),
            new("お知らせメール", AnswerFields.Key("mailing"), false, "はい") { Question = form.AllQuestions().Single(question => question.Name == "mailing") },
        ];
    }

    /// <summary>Rows of the template: headings and one example.</summary>
    public static IReadOnlyList<IReadOnlyList<string?>> Template(ProgramSettings program) =>
        [[.. For(program).Select(column => column.Heading)], [.. For(program).Select(column => column.Example)]];
}
