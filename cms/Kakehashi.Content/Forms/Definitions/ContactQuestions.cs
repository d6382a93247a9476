namespace Kakehashi.Content.Forms.Definitions;

/// <summary>Questions that several forms ask in the same words, so that a visitor learns them once.</summary>
static class ContactQuestions
{
    public static Question Organisation { get; } = new("organisation", "会社・学校・団体などの名称", QuestionKind.Text)
    {
        Autocomplete = "organization",
        Example = "架橋システム株式会社",
    };

    public static Question Person { get; } = new("person", "お名前", QuestionKind.PersonName) { Required = true };

    public static Question Email { get; } = new("email", "メールアドレス", QuestionKind.Email)
    {
        Required = true,
        Hint = "受付のお知らせと返事を、このアドレスに送ります。",
        Example = "info@example.jp",
    };

    public static Question Telephone { get; } = new("telephone", "電話番号", QuestionKind.Telephone)
    {
        Hint = "日中に連絡がつく番号を入力してください。",
        Example = "028-000-0000",
    };

    public static Question Consent { get; } = new("consent", "個人情報の取扱いに同意します", QuestionKind.Agreement)
    {
        Required = true,
        Link = new Link("個人情報の取扱い", "/privacy/"),
    };

    public static QuestionGroup ConsentGroup { get; } = new("個人情報の取扱い", [Consent]);
}
