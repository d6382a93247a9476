using Kakehashi.Content;
using Kakehashi.Content.Forms.Definitions;
using static Kakehashi.Content.Forms.FormDefinition;

namespace Kakehashi.Themes.Models;

/// <summary>The words of every notice, in one place.</summary>
public static class FormMessages
{
    static readonly Link NewLink = new("新しいリンクをメールで受け取る", AddressOf(MemberLink.Name, null));

    /// <summary>The notice in the frame of a form's page, with the same contact.</summary>
    public static FormMessagePage Say(this FormPage form, FormMessage message)
    {
        var (title, paragraphs) = Words(form, message);
        return new()
        {
            Shell = form.Shell,
            Address = form.Address,
            Title = title,
            Description = paragraphs[0],
            Breadcrumb = form.Breadcrumb,
            Contact = form.Contact,
            Message = message,
            Paragraphs = paragraphs,
            Ways = [.. Ways(form, message)],
        };
    }

    static (string Title, string[] Paragraphs) Words(FormPage form, FormMessage message) => message switch
    {
        FormMessage.LinkUnusable => ("このリンクは使えません",
        [
            "リンクの期限（24時間）が過ぎたか、すでに使われたか、アドレスの一部が欠けています。",
            "メールの中のアドレスが2行に分かれているときは、最後までつながっているか確かめてください。それでも開けないときは、新しいリンクを受け取ってください。",
        ]),
        FormMessage.ByLinkOnly => (form.Title,
        [
            "この手続きは、事務局からのメールの中のリンクを開いて行います。",
            "リンクが見つからないときや、期限（24時間）が過ぎたときは、新しいリンクを受け取ってください。",
        ]),
        FormMessage.Closed => ($"受付は終わりました：{form.Title}",
        [
            form.Window.ClosesAt is { } closed ? $"受付は{Moment(closed)}に終わりました。" : "受付は終わりました。",
            "ご事情があるときは、このページの担当にお問い合わせください。",
        ]),
        FormMessage.NotYetOpen => ($"受付はこれからです：{form.Title}",
        [
            form.Window.OpensAt is { } opens ? $"受付は{Moment(opens)}に始まります。" : "受付はまだ始まっていません。",
            "急ぎのご用件は、このページの担当にお問い合わせください。",
        ]),
        FormMessage.TooManyRequests => ("しばらく待ってから、もう一度お試しください",
        [
            "短い時間に続けて送信があったため、受付を一時止めています。送信された内容は保存していません。",
            "10分ほどたってから、ブラウザーの「戻る」で前の画面に戻り、もう一度送信してください。同じことが続くときは、電話かメールでも受け付けます。",
        ]),
        FormMessage.TooLarge => ("送信できる大きさを超えています",
        [
            "ファイルは1つ20MBまで、1回の送信は合わせて60MBまでです。送信された内容は保存していません。",
            "ブラウザーの「戻る」で前の画面に戻り、ファイルを小さくするか、数を減らしてください。大きなファイルの渡し方は、このページの担当にご相談ください。",
        ]),
        FormMessage.Unreadable => ("送信された内容を読み取れませんでした",
        [
            "通信が途中で切れたか、このサイトの画面ではないところから送信されました。送信された内容は保存していません。",
            "ブラウザーの「戻る」で前の画面に戻り、もう一度送信してください。同じことが続くときは、電話かメールでも受け付けます。",
        ]),
        FormMessage.OtherSite => ("このサイトの画面から送信してください",
        [
            "ほかのサイトの画面から送信されたため、受け付けませんでした。送信された内容は保存していません。",
            "下のリンクから入力の画面を開いてください。",
        ]),
        FormMessage.Unavailable => ("ただいま受け付けられません",
        [
            "機器の不具合のため、送信された内容を保存できませんでした。受付は終わっていません。",
            "しばらくたってから、ブラウザーの「戻る」で前の画面に戻り、もう一度送信してください。お急ぎのときは、電話かメールで受け付けます。",
        ]),
        _ => ("お探しの手続きが見つかりません",
        [
            "アドレスが変わったか、受付を終えてページがなくなりました。",
            "下の一覧から、目的の手続きを探してください。",
        ]),
    };

    static IEnumerable<Link> Ways(FormPage form, FormMessage message)
    {
        if (message is FormMessage.LinkUnusable or FormMessage.ByLinkOnly) yield return NewLink;
        if (message is FormMessage.OtherSite) yield return new Link(form.Title, form.Address);
        if (message is FormMessage.Closed or FormMessage.NotYetOpen && form.About is { } about) yield return about;
        if (message is FormMessage.Unknown)
            foreach (var link in form.Shell.Program.Utility) yield return link;
    }

    static string Moment(DateTimeOffset instant) => $"{JapaneseTime.WordsWithWeekday(JapaneseTime.DateOf(instant))}{JapaneseTime.TimeWords(instant)}";
}
