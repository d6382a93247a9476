using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kakehashi.Cms.Frame;

/// <summary>Screens as results of endpoints.</summary>
public static class Pages
{
    /// <summary>A screen.</summary>
    /// <param name="parameters">Its parameters, as an anonymous object.</param>
    public static IResult Show<TScreen>(object parameters, int statusCode = StatusCodes.Status200OK) where TScreen : IComponent =>
        new RazorComponentResult<TScreen>(parameters) { StatusCode = statusCode, PreventStreamingRendering = true };

    /// <summary>A page that says why something was not done and what to do now.</summary>
    public static IResult Failure(int statusCode, string title, string text, Kakehashi.Content.Link? next = null) =>
        Show<FailureScreen>(new { StatusCode = statusCode, Title = title, Text = text, Next = next }, statusCode);

    /// <inheritdoc cref="Failure(int, string, string, Kakehashi.Content.Link?)"/>
    public static IResult Failure(int statusCode) => statusCode switch
    {
        StatusCodes.Status400BadRequest => Failure(statusCode, "送信を受け付けられませんでした",
            "画面を開いてから時間がたったか、別の画面から送られました。前の画面に戻って読み込み直し、もう一度送ってください。"),
        StatusCodes.Status403Forbidden => Failure(statusCode, "この操作はできません", "あなたの役割では行えない操作です。必要なときは、運用管理者に役割の変更を頼んでください。"),
        StatusCodes.Status404NotFound => Failure(statusCode, "ページが見つかりません", "アドレスが違うか、取り消されたものです。「今日」の画面や検索から探してください。"),
        StatusCodes.Status413PayloadTooLarge => Failure(statusCode, "大きすぎて受け付けられません", "ファイルや文章を小さくして、もう一度送ってください。"),
        _ => Failure(statusCode, "うまく処理できませんでした", "こちらの不具合です。少し待ってから、もう一度お試しください。続くときは、時刻と行ったことを運用管理者に知らせてください。"),
    };
}
