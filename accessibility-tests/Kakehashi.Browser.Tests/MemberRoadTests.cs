using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>A member's whole way through the real processes: registration, a seed that is returned and mended, the directory, withdrawal (F01–F03, E06).</summary>
[Collection(typeof(OneInstallation))]
[Trait("Speed", "Slow")]
public sealed class MemberRoadTests(Chromium chromium, RunningProgram program)
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Visitor_becomes_member_offers_a_seed_mends_it_and_withdraws(bool scripts)
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        var (organisation, seed, address) = ($"見本計測{mark}株式会社", $"川の水位を知らせるセンサー{mark}", $"road-{mark}@member.example");
        var mails = new MailFolder(Path.Join(program.Data, "cms", "mail"));
        using var site = new SiteReader(program.Site);
        await using var visitor = await Visitor.ComeAsync(chromium, program.Site, Screen.Smallest, scripts);
        await using var office = await Staff.SignInAsync(chromium, program.Cms, program.Secretariat, Screen.Desktop, scripts);

        var registration = await RegisterAsync(visitor, organisation, address);
        await visitor.GoAsync((await mails.ArrivedAsync(address, "メールアドレスの確認")).Link.AbsoluteUri);
        await visitor.ConfirmAsync("メールアドレスを確認する");

        await ApproveAsync(office, registration);
        await mails.ArrivedAsync(address, "承認しました");
        await site.SaysAsync("/members/", organisation);

        address = await ChangeAsync(visitor, office, mails, address);
        await site.SaysAsync("/members/", "雪の深さも測れます。");

        await OpenProceduresAsync(visitor, mails, address);
        await visitor.FollowAsync("新しいシーズを登録する");
        var offer = await OfferSeedAsync(visitor, seed);
        await office.OpenSubmissionAsync(offer, "差し戻す");
        await office.FollowAsync("差し戻す");
        await office.Text("直していただくこと").FillAsync("導入までの期間を、月の数で書いてください。");
        await office.PressAsync("差し戻す");
        await office.SaysAsync("差し戻しました。");

        await visitor.GoAsync((await mails.ArrivedAsync(address, "導入までの期間を、月の数で")).Link.AbsoluteUri);
        await Expect(visitor.Page.GetByText("導入までの期間を、月の数で書いてください。")).ToBeVisibleAsync();
        Assert.Equal(seed, await visitor.ValueAsync("題名"));
        await visitor.AttachAsync("添付するファイル", "センサー.png", "image/png", Picture);
        await visitor.TypeAsync("画像が表していること", "橋に付けたセンサー");
        await visitor.TypeAsync("導入までの期間", "約3か月");
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        await visitor.SendAsync("シーズを申し込む");

        await office.OpenSubmissionAsync(offer, "承認する");
        await SeesPictureAsync(office.Page.FrameLocator("iframe.page-view").GetByAltText("橋に付けたセンサー"));
        await ApproveAsync(office, offer);
        await site.SaysAsync("/seeds/", seed);
        await visitor.GoAsync("/seeds/");
        await visitor.FollowAsync(seed);
        await Expect(visitor.Page.GetByText("約3か月")).ToBeVisibleAsync();
        await SeesPictureAsync(visitor.Page.GetByAltText("橋に付けたセンサー"));
        var (seedPage, memberPage) = (new Uri(visitor.Page.Url).AbsolutePath, await visitor.AddressOfLinkAsync(organisation));

        await OpenProceduresAsync(visitor, mails, address);
        await visitor.FollowAsync($"シーズ「{seed}」を変更する");
        await visitor.TypeAsync("導入までの期間", "約2か月");
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        await ApproveAsync(office, await visitor.SendAsync("シーズを申し込む"));
        await site.SaysAsync(seedPage, "約2か月");
        await visitor.GoAsync(seedPage);
        await SeesPictureAsync(visitor.Page.GetByAltText("橋に付けたセンサー"));

        await OpenProceduresAsync(visitor, mails, address);
        await visitor.FollowAsync("退会する");
        await visitor.ChooseAsync("公開しているページがなくなることを確かめ、退会します");
        var withdrawal = await visitor.SendAsync("退会する");
        await ApproveAsync(office, withdrawal);
        await site.GoneAsync(seedPage, SiteReader.PublishLimit);
        await site.GoneAsync(memberPage, SiteReader.PublishLimit);
    }

    // It is there, and its bytes came.
    private static async Task SeesPictureAsync(ILocator picture)
    {
        await picture.ScrollIntoViewIfNeededAsync();
        await Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 1);
    }

    private static async Task<string> RegisterAsync(Visitor visitor, string organisation, string address)
    {
        await visitor.GoAsync("/join/");
        await visitor.FollowAsync("会員登録を申し込む");
        await visitor.PressAsync("入力した内容を確かめる");
        await visitor.StandsAtAsync("エラー：");
        await visitor.TypeAsync("名称", organisation);
        await visitor.TypeAsync("名称のふりがな", "ミホンケイソク");
        await visitor.ChooseAsync("企業");
        await visitor.TypeAsync("郵便番号", "〒３２０ー００００");
        await visitor.TypeAsync("所在地", "栃木県架橋市見本町1番1号");
        await visitor.ChooseAsync("県央地域");
        await visitor.TypeAsync("事業や研究の紹介", "川や道路のようすを測る機器を作っています。");
        await visitor.TypeAsync("担当者のお名前", "見本 花子");
        await visitor.TypeAsync("担当者のお名前（ふりがな）", "ミホン ハナコ");
        await visitor.TypeAsync("メールアドレス", address);
        await visitor.TypeAsync("電話番号", "０２８ー０００ー００００");
        await visitor.ChooseAsync("会員規約に同意します");
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        return await visitor.SendAsync("会員登録を申し込む");
    }

    // Both addresses have to agree before the new one is in force.
    private static async Task<string> ChangeAsync(Visitor visitor, Staff office, MailFolder mails, string address)
    {
        await OpenProceduresAsync(visitor, mails, address);
        await visitor.FollowAsync("登録内容を変更する");
        await visitor.TypeAsync("事業や研究の紹介", "川や道路のようすを測ります。雪の深さも測れます。");
        var changed = "new-" + address;
        await visitor.TypeAsync("メールアドレス", changed);
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        await ApproveAsync(office, await visitor.SendAsync("変更を申し込む"));
        foreach (var confirming in new[] { changed, address })
        {
            await visitor.GoAsync((await mails.ArrivedAsync(confirming, "メールアドレスの変更")).Link.AbsoluteUri);
            await visitor.ConfirmAsync("変更を確認する");
        }
        return changed;
    }

    private static async Task<string> OfferSeedAsync(Visitor visitor, string seed)
    {
        await visitor.TypeAsync("題名", seed);
        await visitor.TypeAsync("題名のふりがな", "かわのすいい");
        await visitor.TypeAsync("要約", "川の水位を測り、あふれる前に知らせます。");
        await visitor.ChooseAsync("防災・危機管理");
        await visitor.TypeAsync("技術", "センサー、通信");
        await visitor.TypeAsync("解決できる困りごと", "夜のあいだの水位が分かりません。");
        await visitor.TypeAsync("仕組み", "橋に付けた機器が10分ごとに測り、基準を超えたら知らせます。");
        await visitor.ChooseAsync("50万円未満");
        await visitor.TypeAsync("導入までの期間", "すぐ");
        await visitor.ChooseAsync("個人情報の取扱いに同意します");
        return await visitor.SendAsync("シーズを申し込む");
    }

    private static async Task OpenProceduresAsync(Visitor visitor, MailFolder mails, string address)
    {
        await visitor.GoAsync("/my/");
        await visitor.FollowAsync("会員の手続きを始める");
        await visitor.TypeAsync("メールアドレス", address);
        await visitor.SendAsync("リンクを送る");
        await visitor.GoAsync((await mails.ArrivedAsync(address, "手続きのリンクをお送りします")).Link.AbsoluteUri);
    }

    private static async Task ApproveAsync(Staff office, string receipt)
    {
        await office.OpenSubmissionAsync(receipt, "承認する");
        await office.FollowAsync("承認する");
        await office.PressAsync("承認する");
        await office.SaysAsync("承認しました。");
    }
}
