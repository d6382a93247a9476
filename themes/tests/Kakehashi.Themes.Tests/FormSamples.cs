using System.Text.Json.Nodes;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Themes.Tests;

/// <summary>A form with every kind of question, in every step. Every text goes through <paramref name="text"/>.</summary>
sealed class FormSamples(Shell shell, Section contact, Func<string, string> text)
{
    public static IReadOnlyList<string> Steps { get; } = ["input", "errors", "trouble", "returned", "confirm", "receipt", "button"];

    public FormPage In(string step) => step switch
    {
        "input" => Empty(),
        "errors" => Filled() with
        {
            Mistakes =
            [
                new("a.kind", text("「種別」を選んでください。")), new("a.email", text("「メールアドレス」を直してください。")),
                new("a.people.1.person.kana", text("「お名前（ふりがな）」を直してください。")), new("u.files", text("「資料」は1つ20MBまでです。")), new("a.consent", text("「個人情報の取扱いに同意します」にチェックを付けてください。")),
            ],
        },
        "trouble" => Filled() with { Trouble = text("ただいま保存できません。") },
        "returned" => Filled() with { Ticket = text("ID.KEY"), Greeting = text("例示システム株式会社"), Note = text("題名を直してください。\n短くしてください。") },
        "confirm" => Checked() with { Step = FormStep.Confirm, Token = text("TOKEN") },
        "receipt" => Checked() with { Step = FormStep.Receipt, Receipt = new("K7QM-3FPX-9WDT", Samples.Noon(2026, 11, 20), text("info@reiji.example")) },
        "button" => Empty() with { Form = Form() with { Groups = [], Privacy = null }, Ticket = text("ID.KEY"), Token = text("TOKEN") },
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public FormMessagePage Closed() => (Empty() with { Window = new(ClosesAt: Samples.Noon(2026, 11, 1)) }).Say(FormMessage.Closed);

    public TicketMenuPage Menu() => TicketMenuPage.In(Empty(), "/forms/t/", text("例示システム株式会社"), Samples.Noon(2026, 11, 21), [new(text("登録内容の変更"), "/forms/t/ID.KEY/change"), new(text("退会"), "/forms/t/ID.KEY/leave")]);

    FormPage Empty() => new()
    {
        Shell = shell, Contact = contact, Address = "/forms/sample/", Title = text("見本の申込み"), Description = text("説明"), Breadcrumb = [new(text("案内"), "/about/")],
        Form = Form(), About = new(text("案内"), "/about/"), Window = new(ClosesAt: Samples.Noon(2026, 12, 1)),
    };

    FormPage Filled() => Empty() with { Fields = Fields(), Files = [new("files", "0f", text("提案書.pdf"), 122_880, text("SEALED"))] };

    FormPage Checked() => Filled() with
    {
        Answers = new JsonObject
        {
            ["kind"] = "company", ["fields"] = new JsonArray("disaster", "welfare"), ["email"] = text("info@reiji.example"), ["message"] = text("1行目\n2行目"), ["consent"] = true,
            ["people"] = new JsonArray(Person("見本 花子", "みほん はなこ"), Person("見本 太郎", "")),
        },
    };

    JsonObject Person(string name, string kana) => new() { ["person"] = new JsonObject { ["name"] = text(name), ["kana"] = text(kana) } };

    PostedFields Fields()
    {
        var fields = new PostedFields();
        foreach (var (key, value) in new[]
        {
            ("a.kind", "company"), ("a.fields", "disaster"), ("a.fields", "welfare"), ("a.email", text("ｉｎｆｏ@reiji")), ("a.message", text("1行目\n2行目")), ("a.consent", "true"),
            ("a.people.0.person.name", text("見本 花子")), ("a.people.0.person.kana", text("みほん はなこ")), ("a.people.1.person.name", text("見本 太郎")), ("a.people.1.person.kana", text("太郎")),
        }) fields.Add(key, value);
        return fields;
    }

    FormDefinition Form() => new("sample", text("見本の申込み"))
    {
        Lead = [text("入力には10分ほどかかります。")],
        Submit = text("申し込む"),
        Next = [text("受付のお知らせを送ります。"), text("7営業日以内に返事をします。")],
        Privacy = new(text("連絡だけに使います。"), text("事務局だけが見ます。"), new Retention(90, RetentionStart.Closing)),
        Groups =
        [
            new(text("組織について"), [.. Enum.GetValues<QuestionKind>().Where(kind => kind is not (QuestionKind.PersonName or QuestionKind.Agreement)).Select(Question)]) { Hint = text("「公開」とある項目は公開します。") },
            new(text("参加する方"), [new Question("person", text("お名前"), QuestionKind.PersonName) { Required = true }]) { Repeat = new Repetition("people", text("参加者"), 3), Hint = text("3人まで申し込めます。") },
            new(text("登録に必要なこと"), [new Question("why", text("理由"), QuestionKind.Text)]) { When = new Condition("kind", "new", text("新しい方")) },
            new(text("個人情報の取扱い"), [new Question("consent", text("個人情報の取扱いに同意します"), QuestionKind.Agreement) { Required = true, Link = new Link(text("個人情報の取扱い"), "/privacy/") }]),
        ],
    };

    Question Question(QuestionKind kind) => kind switch
    {
        QuestionKind.Choice => new("kind", text("種別"), kind) { Required = true, Choices = [new("company", text("企業")), new("new", text("新しい方"))] },
        QuestionKind.Choices => new("fields", text("関心のある分野"), kind) { Choices = [new("disaster", text("防災")), new("welfare", text("福祉"))], Hint = text("いくつでも選べます。") },
        QuestionKind.Email => new("email", text("メールアドレス"), kind) { Required = true, Hint = text("返事を送ります。"), Example = text("info@example.jp") },
        QuestionKind.LongText => new("message", text("お問い合わせの文"), kind) { Required = true },
        QuestionKind.Files => new("files", text("資料"), kind) { Hint = text("5つまで選べます。") },
        _ => new($"q{(int)kind}", text($"{kind}の質問"), kind) { Public = kind == QuestionKind.Text, Example = text("例です") },
    };
}
