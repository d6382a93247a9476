using System.Text;
using Kakehashi.Server.Files;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Server;

/// <summary>What a visitor reads when there is no page: the site's own <c>404.html</c> and <c>503.html</c>, or a plain one.</summary>
internal sealed class ErrorPages(SiteFiles files)
{
    public async Task WriteAsync(HttpContext context, int status)
    {
        var accepted = AcceptedCodings.Parse(context.Request.Headers.AcceptEncoding) with { Identity = 1 };
        using var themed = status switch
        {
            StatusCodes.Status404NotFound => await files.OpenAsync("/404.html", accepted),
            StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => await files.OpenAsync("/503.html", accepted),
            _ => null,
        };
        if (themed is not null)
            await FileResponse.WriteErrorAsync(context, themed, status);
        else
            await WritePlainAsync(context, status);
    }

    private static Task WritePlainAsync(HttpContext context, int status)
    {
        var (title, advice) = Text(status);
        var page = Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html>
            <html lang="ja">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            <p>{advice}</p>
            <p><a href="/">トップページへ</a></p>
            </main>
            </body>
            </html>

            """);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(page).AsTask();
    }

    private static (string Title, string Advice) Text(int status) => status switch
    {
        StatusCodes.Status404NotFound => (
            "ページが見つかりません",
            "ページが移動したか、なくなった可能性があります。アドレスを確かめるか、トップページからお探しください。"),
        StatusCodes.Status405MethodNotAllowed => (
            "このページには送信できません",
            "入力した内容は送信されていません。トップページから手続きの画面を開き直してください。"),
        StatusCodes.Status406NotAcceptable => (
            "この形式では表示できません",
            "お使いのソフトウェアが受け取れる形式がありません。別のブラウザーで開いてください。"),
        StatusCodes.Status408RequestTimeout => (
            "時間内に送信が終わりませんでした",
            "手続きは受け付けられていません。通信の状態を確かめて、もう一度送信してください。"),
        StatusCodes.Status413PayloadTooLarge => (
            "送信できる大きさを超えています",
            "手続きは受け付けられていません。添付ファイルを小さくするか、数を減らして、もう一度送信してください。"),
        StatusCodes.Status500InternalServerError => (
            "ページを表示できませんでした",
            "サイトの側で問題が起きました。しばらくしてから、もう一度お試しください。"),
        StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => (
            "ただいま手続きを利用できません",
            "受付番号が表示されなかった手続きは、受け付けられていないことがあります。しばらくしてから、もう一度お試しください。"
            + "お急ぎのときは、このサイトの担当に電話でお問い合わせください。"),
        _ => (
            "アドレスが正しくありません",
            "アドレスを確かめるか、トップページからお探しください。"),
    };
}
