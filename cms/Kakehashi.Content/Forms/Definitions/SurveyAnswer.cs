namespace Kakehashi.Content.Forms.Definitions;

/// <summary>アンケート (F07): the survey's own questions; anonymous ones ask for nobody.</summary>
public static class SurveyAnswer
{
    public const string Name = "survey";

    /// <param name="title">Title of the survey.</param>
    /// <param name="anonymous">Nobody is asked who answers.</param>
    /// <param name="custom">The survey's questions; never empty.</param>
    public static FormDefinition For(ProgramSettings program, string title, bool anonymous, IReadOnlyList<Question> custom) => new(Name, title)
    {
        Lead = [anonymous ? "お名前や連絡先は尋ねません。自由に書く欄にも、個人が分かることは書かないでください。" : "お名前と連絡先は、回答について確かめるときだけに使います。"],
        Groups = anonymous
            ? [new("アンケート", custom)]
            : [new("アンケート", custom), new("回答する方", [ContactQuestions.Person, ContactQuestions.Organisation, ContactQuestions.Email]), ContactQuestions.ConsentGroup],
        Submit = "回答を送る",
        Next = ["ご協力ありがとうございました。結果は、集計してこのサイトなどでお知らせすることがあります。"],
        Privacy = anonymous
            ? null
            : new PrivacyNotice("回答の確認と集計だけに使います。", "県のデジタル戦略課と事務局の担当者だけが見ます。", new Retention(365, RetentionStart.Closing)),
        ReplyTo = anonymous ? null : "email",
    };
}
