namespace Kakehashi.Accessibility.Rules.Language;

/// <summary>The page says in which language it is written.</summary>
public sealed class PageLanguage() : PageRule("page-language", Criteria.LanguageOfPage, Weight.Error, MiChecker.Problem,
    "ページの言語が示されていません。html要素に lang=\"ja\" のように言語を書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<!doctype html>\n<html>\n<head><title>見本</title></head><body><main><h1>見本</h1></main></body></html>", line: 2),
        Example.Bad("<!doctype html>\n<html lang=\"\">\n<head><title>見本</title></head><body><main><h1>見本</h1></main></body></html>", line: 2),
        Example.Good("<!doctype html><html lang=\"en\"><head><title>Sample</title></head><body><main><h1>Sample</h1></main></body></html>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("html").Where(html => string.IsNullOrWhiteSpace(html.GetAttribute("lang"))).Select(Fault.At);
}
