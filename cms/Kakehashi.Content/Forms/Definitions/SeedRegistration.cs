using Kakehashi.Content.Types;

namespace Kakehashi.Content.Forms.Definitions;

/// <summary>シーズの登録と変更 (F03): the questions are the seed's own fields.</summary>
public static class SeedRegistration
{
    public const string Name = "seed";

    public static FormDefinition For(ProgramSettings program) => new(Name, "シーズの登録・変更")
    {
        Lead =
        [
            "技術やノウハウを、課題をもつ自治体の職員が読んで分かることばで紹介してください。",
            "事務局が内容を確認してから公開します。",
        ],
        Groups =
        [
            new("シーズの概要",
            [
                Of("title", "題名", QuestionKind.Text) with { Hint = "何ができるかを、1文で書いてください。", Example = "カメラの映像から道路のひびを見つけるAI" },
                Of("kana", "題名のふりがな", QuestionKind.Kana) with { Hint = "五十音の一覧に使います。" },
                Of("summary", "要約", QuestionKind.LongText) with { Hint = "一覧に出る文です。120字くらいで書いてください。" },
                Of("fieldOfWork", "分野", QuestionKind.Choice) with { Choices = [.. program.Fields.Select(field => new Choice(field.Slug, field.Name))] },
                Of("technologies", "技術", QuestionKind.Tags) with { Hint = "短いことばを「、」で区切って、6個まで書けます。", Example = "AI、画像解析、センサー" },
            ]),
            new("内容",
            [
                Of("problem", "解決できる困りごと", QuestionKind.LongText),
                Of("how", "仕組み", QuestionKind.LongText),
                Of("record", "導入の実績", QuestionKind.LongText) with { Hint = "導入した自治体の数、効果などを書いてください。なければ空欄のままにしてください。" },
            ]),
            new("導入に必要なもの",
            [
                Of("cost", "費用の目安", QuestionKind.Choice) with { Choices = ContentType.Of<Seed>().Field("cost")!.FixedChoices },
                Of("leadTime", "導入までの期間", QuestionKind.Text) with { Example = "約2か月" },
                Of("needs", "用意していただくもの", QuestionKind.LongText),
            ]),
            new("画像と資料",
            [
                new("image", "画像", QuestionKind.Files) { Max = 1, Files = FileChoice.Pictures, Public = true, Hint = "JPEG、PNG、WebPの画像を1つ選べます。20MBまでです。" },
                new("image-alt", "画像が表していること", QuestionKind.Text) { Max = 200, Public = true, Hint = "画像が見えない方に読み上げる文です。画像を選んだときは必ず書いてください。", Example = "道路のひびを赤い線で囲んだ写真" },
                new("documents", "資料", QuestionKind.Files) { Max = 3, Files = FileChoice.Pdf, Public = true, Hint = "PDFを3つまで選べます。1つ20MBまでです。" },
            ]),
            ContactQuestions.ConsentGroup,
        ],
        Submit = "シーズを申し込む",
        Next = ["事務局が内容を確認し、7営業日以内に結果をメールでお知らせします。", "直していただきたいところがあるときは、直すためのリンクをメールで送ります。"],
        Privacy = MemberQuestions.Privacy,
        Access = FormAccess.Ticket,
        AnswerInDays = 7,
    };

    static Question Of(string name, string label, QuestionKind kind)
    {
        var field = ContentType.Of<Seed>().Field(name)!;
        return new Question(name, label, kind) { Required = field.Required, Max = field.Max, Public = true };
    }
}
