namespace Kakehashi.Content.Forms.Definitions;

/// <summary>課題の提出 by a prefectural or municipal section (F10).</summary>
public static class IssueSubmission
{
    public const string Name = "issue";

    public static FormDefinition For(ProgramSettings program) => new(Name, "課題の提出（県・市町の担当課）")
    {
        Lead = ["県や市町の担当課が、デジタル技術で解決したい課題を提出するためのページです。県が内容を確認し、募集する課題を決めます。"],
        Groups =
        [
            new("課題について",
            [
                new("title", "課題の題名", QuestionKind.Text) { Required = true, Max = 80, Example = "山あいの道路の異常を早く見つけたい" },
                new("summary", "要約", QuestionKind.LongText) { Required = true, Max = 200, Hint = "120字くらいで書いてください。" },
                new("field", "分野", QuestionKind.Choice) { Required = true, Choices = [.. program.Fields.Select(field => new Choice(field.Slug, field.Name))] },
                new("area", "地域", QuestionKind.Choice) { Required = true, Choices = [.. program.Areas.Select(area => new Choice(area.Slug, area.Name))] },
                new("background", "背景", QuestionKind.LongText) { Required = true },
                new("present", "今の状況と、困っていること", QuestionKind.LongText) { Required = true },
                new("direction", "望む解決の方向", QuestionKind.LongText) { Required = true },
                new("conditions", "条件（予算、期限、使える資料やデータなど）", QuestionKind.LongText),
                new("files", "資料", QuestionKind.Files) { Hint = "PDF、Word、Excel、PowerPoint、画像を5つまで選べます。1つ20MBまでです。" },
            ]),
            new("担当課",
            [
                new("organisation", "県・市町の名称", QuestionKind.Text) { Required = true, Max = 80, Autocomplete = "organization" },
                new("section", "部・課の名称", QuestionKind.Text) { Required = true, Max = 80, Autocomplete = "off" },
                ContactQuestions.Person with { Label = "担当者のお名前" },
                ContactQuestions.Email,
                ContactQuestions.Telephone with { Required = true },
            ]),
            ContactQuestions.ConsentGroup,
        ],
        Submit = "課題を提出する",
        Next = ["受付のお知らせを、入力したメールアドレスに送ります。", "県のデジタル戦略課が内容を確認し、10営業日以内にご連絡します。"],
        Privacy = new PrivacyNotice(
            "課題の確認と、担当課との連絡だけに使います。",
            "県のデジタル戦略課と事務局の担当者だけが見ます。",
            new Retention(5 * 365, RetentionStart.FiscalYearEnd)),
        AnswerInDays = 10,
        ReplyTo = "email",
    };
}
