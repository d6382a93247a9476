using Kakehashi.Content.Types;

namespace Kakehashi.Content.Forms.Definitions;

/// <summary>課題への提案 (F05): a non-member registers in the same go.</summary>
public static class SolutionProposal
{
    public const string Name = "proposal";

    public static FormDefinition For(ProgramSettings program, Issue issue)
    {
        var organisation = MemberQuestions.Organisation(program);
        var newcomer = new Condition("membership", "new", "会員でない方");
        return new(Name, $"「{issue.Title}」への提案")
        {
            Lead = ["提案の内容は公開しません。県と、この課題を出した担当課、事務局が読みます。"],
            Groups =
            [
                new("提案の内容",
                [
                    new("title", "提案の題名", QuestionKind.Text) { Required = true, Max = 80 },
                    new("solution", "解決の方法", QuestionKind.LongText) { Required = true, Max = 8_000, Hint = "使う技術と、どのように課題を解決するかを書いてください。" },
                    new("record", "似た取組の実績", QuestionKind.LongText),
                    new("schedule", "実証までのおおよその日程", QuestionKind.LongText) { Required = true, Max = 1_000 },
                    new("cost", "おおよその費用", QuestionKind.LongText) { Required = true, Max = 1_000, Hint = "実証にかかる費用と、実証のあとに使い続ける費用を分けて書いてください。" },
                    new("files", "提案書などの資料", QuestionKind.Files) { Files = FileChoice.Documents, Hint = "PDF、Word、Excel、PowerPointを5つまで選べます。1つ20MBまでです。" },
                ]),
                new("提案する方",
                [
                    new("organisation", "名称", QuestionKind.Text) { Required = true, Max = 80, Autocomplete = "organization" },
                    ContactQuestions.Person,
                    ContactQuestions.Email,
                    ContactQuestions.Telephone with { Required = true },
                    new("membership", "会員の登録", QuestionKind.Choice)
                    {
                        Required = true,
                        Hint = "会員でない方は、提案と同時に会員登録を申し込めます。",
                        Choices = [new("member", "会員です"), new("new", "会員ではないので、いっしょに登録を申し込みます")],
                    },
                ]),
                organisation with
                {
                    Legend = "会員登録に必要なこと",
                    Hint = "「公開」とある項目は、承認のあと会員のページに載せます。",
                    When = newcomer,
                    Questions = [.. organisation.Questions.Where(question => question.Name != "organisation")],
                },
                new("会員規約", [new("rules", "会員規約に同意します", QuestionKind.Agreement) { Required = true, Link = new Link("会員規約", "/rules/") }]) { When = newcomer },
                ContactQuestions.ConsentGroup,
            ],
            Submit = "提案を送る",
            Next =
            [
                "受付のお知らせを、入力したメールアドレスに送ります。",
                "会員登録をいっしょに申し込んだ方は、24時間以内に、お知らせのメールの中のリンクを開いてください。",
                "事務局が内容を確認し、7営業日以内に、そのあとの進め方をメールでお知らせします。",
            ],
            Privacy = new PrivacyNotice(
                "提案の確認と、説明会などの調整だけに使います。",
                "県のデジタル戦略課、この課題を出した担当課、事務局の担当者だけが見ます。",
                new Retention(5 * 365, RetentionStart.FiscalYearEnd)),
            AnswerInDays = 7,
            ReplyTo = "email",
        };
    }
}
