namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>The page has a title that says something.</summary>
public sealed class PageTitle() : PageRule("page-title", Criteria.PageTitled, Weight.Error, MiChecker.Problem,
    "ページタイトル（title要素）がないか、内容を表していません。ページの内容が分かる題名を付けてください。")
{
    internal static readonly string[] Nothing = ["", "無題", "無題ドキュメント", "無題のページ", "untitled", "untitled document", "document"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<!doctype html>\n<html lang=\"ja\"><head></head><body><main><h1>見本</h1></main></body></html>", line: 2),
        Example.Bad("<!doctype html>\n<html lang=\"ja\"><head>\n<title> </title></head><body><main><h1>見本</h1></main></body></html>", line: 3),
        Example.Bad("<!doctype html>\n<html lang=\"ja\"><head>\n<title>無題ドキュメント</title></head><body><main><h1>見本</h1></main></body></html>", line: 3),
        Example.Good("<!doctype html><html lang=\"ja\"><head><title>お知らせ</title></head><body><main><h1>お知らせ</h1></main></body></html>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Elements("title") switch
    {
        [] => [Fault.At(page.Document.DocumentElement)],
        [var title, ..] => Nothing.Contains(Words.Fold(title.TextContent).ToLowerInvariant()) ? [Fault.At(title)] : [],
    };
}
