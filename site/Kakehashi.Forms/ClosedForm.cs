using System.Text;

namespace Kakehashi.Forms;

/// <summary>Tells a visitor that no form is open at an address.</summary>
internal static class ClosedForm
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes("""
        <!DOCTYPE html>
        <html lang="ja">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>この手続きは受け付けていません</title>
        </head>
        <body>
        <main>
        <h1>この手続きは受け付けていません</h1>
        <p>このサイトでは、この手続きの受付をまだ始めていません。送信された内容は保存していません。</p>
        <p>お急ぎのときは、このサイトに記載の担当まで電話でお問い合わせください。</p>
        <p><a href="/">トップページへ戻る</a></p>
        </main>
        </body>
        </html>

        """);

    public static async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status404NotFound;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Page.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(Page, context.RequestAborted);
    }
}
