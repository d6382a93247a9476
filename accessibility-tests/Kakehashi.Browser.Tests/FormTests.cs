using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>Every open form, played to its end by keyboard alone at 320 pixels, with scripts and without; every step is looked at (F04–F07, F10).</summary>
[Collection(typeof(OneInstallation))]
[Trait("Speed", "Slow")]
public sealed class FormTests(Chromium chromium, RunningProgram program, OpenCalls calls) : IClassFixture<OpenCalls>
{
    private readonly string address = $"form-{Guid.NewGuid().ToString("N")[..8]}@visitor.example";

    private MailFolder Mails => new(Path.Join(program.Data, "cms", "mail"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_inquiry_with_an_attachment_survives_errors_and_a_change_of_mind(bool scripts)
    {
        await using var visitor = await ComeAsync(scripts);
        await visitor.GoAsync("/contact/");
        await visitor.FollowAsync("お問い合わせのフォームを開く");
        await visitor.ChooseAsync("このサイト");
        await visitor.AttachAsync("添付するファイル", "資料.pdf", "application/pdf", Pdf);
        await visitor.PressAsync("入力した内容を確かめる");
        await visitor.StandsAtAsync("エラー：");
        await Expect(visitor.Page.GetByText("資料.pdf").First).ToBeVisibleAsync();

        await visitor.TypeAsync("お問い合わせの文", "<b>見出し</b>の文字が小さく読めません。");
        await PersonAsync(visitor, "お名前");
        await visitor.TypeAsync("メールアドレス", address);
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        await visitor.PressAsync("入力した内容を確かめる");
        await visitor.StandsAtAsync("確認：");
        await Expect(visitor.Page.GetByText("<b>見出し</b>の文字が小さく読めません。")).ToBeVisibleAsync();
        await visitor.PressAsync("入力の画面に戻って直す");
        Assert.Equal(address, await visitor.ValueAsync("メールアドレス"));
        await Expect(visitor.Page.GetByText("資料.pdf").First).ToBeVisibleAsync();
        var receipt = await visitor.SendAsync("お問い合わせを送る");

        Assert.Contains(receipt, (await Mails.ArrivedAsync(address, "お問い合わせ")).Text, StringComparison.Ordinal);
        await using var office = await Staff.SignInAsync(chromium, program.Cms, program.Secretariat, Screen.Desktop);
        await office.OpenSubmissionAsync(receipt);
        await Expect(office.Page.GetByText("資料.pdf").First).ToBeVisibleAsync();
        await Expect(office.Page.GetByText("<b>見出し</b>の文字が小さく読めません。").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_apply_for_an_event_and_give_their_places_back(bool scripts)
    {
        await using var visitor = await ComeAsync(scripts);
        await visitor.GoAsync($"/events/{calls.Event}/");
        await visitor.FollowAsync("申し込む");
        await PersonAsync(visitor, "参加する方のお名前");
        await visitor.PressAsync("参加者を加える");
        await PersonAsync(visitor, "参加する方のお名前", "参加者2");
        await visitor.ChooseAsync("オンラインで");
        await visitor.TypeAsync("メールアドレス", address);
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        await visitor.SendAsync("申し込む");

        var mail = await Mails.ArrivedAsync(address, "申込み");
        await visitor.GoAsync(mail.Link.AbsoluteUri);
        await visitor.ConfirmAsync("申込みを取り消す");
        await visitor.GoAsync(mail.Link.AbsoluteUri);
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "このリンクは使えません" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_survey_is_answered_by_nobody_in_particular(bool scripts)
    {
        await using var visitor = await ComeAsync(scripts);
        await visitor.GoAsync($"/forms/survey/{calls.Survey}/");
        await visitor.TypeAsync("使った回数", "３");
        await visitor.PressAsync("入力した内容を確かめる");
        await visitor.StandsAtAsync("エラー：");
        await visitor.ChooseAsync("ふつう");
        await visitor.TypeAsync("ご意見", "=HYPERLINK(\"https://bad.example/\")");
        Assert.NotEmpty(await visitor.SendAsync("回答を送る"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proposal_registers_its_maker_in_the_same_go(bool scripts)
    {
        await using var visitor = await ComeAsync(scripts);
        await visitor.GoAsync($"/issues/{calls.Issue}/");
        await visitor.FollowAsync("この課題に提案する");
        await visitor.TypeAsync("提案の題名", "声で受け付ける仕組み");
        await visitor.TypeAsync("解決の方法", "声を文字にして受け付けます。");
        await visitor.TypeAsync("実証までのおおよその日程", "3か月");
        await visitor.TypeAsync("おおよその費用", "50万円");
        await visitor.TypeAsync("名称", "見本提案株式会社");
        await PersonAsync(visitor, "お名前");
        await visitor.TypeAsync("メールアドレス", address);
        await visitor.TypeAsync("電話番号", "028-000-0000");
        await visitor.ChooseAsync("会員ではないので、いっしょに登録を申し込みます");
        await visitor.TypeAsync("名称のふりがな", "みほんていあん");
        await visitor.ChooseAsync("企業");
        await visitor.TypeAsync("郵便番号", "3200000");
        await visitor.TypeAsync("所在地", "栃木県架橋市見本町1番1号");
        await visitor.ChooseAsync("県央地域");
        await visitor.TypeAsync("事業や研究の紹介", "声を扱う技術を作っています。");
        await visitor.ChooseAsync("会員規約に同意します");
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        var receipt = await visitor.SendAsync("提案を送る");
        await visitor.GoAsync((await Mails.ArrivedAsync(address, "提案")).Link.AbsoluteUri);
        await visitor.ConfirmAsync("メールアドレスを確認する");

        await using var office = await Staff.SignInAsync(chromium, program.Cms, program.Secretariat, Screen.Desktop);
        await office.OpenSubmissionAsync(receipt, "承認する");
        await Expect(office.Page.GetByText("声を文字にして受け付けます。").First).ToBeVisibleAsync();
        await Expect(office.Page.GetByText("見本提案株式会社").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_section_hands_in_an_issue(bool scripts)
    {
        await using var visitor = await ComeAsync(scripts);
        await visitor.GoAsync("/forms/issue/");
        await visitor.TypeAsync("課題の題名", "雪の日の道路のようすを早く知りたい");
        await visitor.TypeAsync("要約", "雪の日に、見回りの車が足りません。");
        await visitor.ChooseAsync("道路・上下水道");
        await visitor.ChooseAsync("県北地域");
        await visitor.TypeAsync("背景", "冬の見回りは4人で行っています。");
        await visitor.TypeAsync("今の状況と、困っていること", "朝までに全部の道を見られません。");
        await visitor.TypeAsync("望む解決の方向", "夜のうちに、危ない場所が分かること。");
        await visitor.TypeAsync("県・市町の名称", "架橋市");
        await visitor.TypeAsync("部・課の名称", "道路課");
        await PersonAsync(visitor, "担当者のお名前");
        await visitor.TypeAsync("メールアドレス", address);
        await visitor.TypeAsync("電話番号", "０２８－０００－００００");
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        var receipt = await visitor.SendAsync("課題を提出する");

        Assert.Contains(receipt, (await Mails.ArrivedAsync(address, "課題の提出")).Text, StringComparison.Ordinal);
        await using var office = await Staff.SignInAsync(chromium, program.Cms, program.Secretariat, Screen.Desktop);
        await office.OpenSubmissionAsync(receipt, "承認する");
        await Expect(office.Page.GetByText("朝までに全部の道を見られません。").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail()
    {
        await using var visitor = await ComeAsync(scripts: false);
        await visitor.GoAsync("/forms/my/");
        await visitor.TypeAsync("メールアドレス", address);
        await visitor.SendAsync("リンクを送る");
        await Expect(visitor.Page.GetByText("登録されていれば")).ToBeVisibleAsync();
        Assert.DoesNotContain(Mails.All(), mail => mail.To == address);
    }

    private async Task<Visitor> ComeAsync(bool scripts)
    {
        var visitor = await Visitor.ComeAsync(chromium, program.Site, Screen.Smallest, scripts);
        visitor.Inspect = async page => scripts ? await OpenScreen.FaultsAsync(page, await page.TitleAsync()) : await Layout.TooWideAsync(page);
        return visitor;
    }

    private static async Task PersonAsync(Visitor visitor, string label, string? entry = null)
    {
        await visitor.TypeAsync(label, "見本　花子", entry);
        await visitor.TypeAsync($"{label}（ふりがな）", "ﾐﾎﾝ ﾊﾅｺ", entry);
    }

    private static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
}
