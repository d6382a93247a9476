namespace Kakehashi.Accessibility.Rules.Language;

/// <summary><c>lang</c> and <c>xml:lang</c> say the same.</summary>
public sealed class XmlLanguage() : PageRule("xml-language", Criteria.LanguageOfPage, Weight.Error, MiChecker.Problem,
    "lang と xml:lang の値が違います。同じ値にするか、xml:lang を消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<!doctype html>\n<html lang=\"ja\" xml:lang=\"en\"><head><title>見本</title></head><body><main><h1>見本</h1></main></body></html>", line: 2),
        Example.Good("<!doctype html><html lang=\"ja\" xml:lang=\"ja\"><head><title>見本</title></head><body><main><h1>見本</h1></main></body></html>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("xml:lang").Where(element => !string.Equals(element.GetAttribute("xml:lang"), element.GetAttribute("lang"), StringComparison.OrdinalIgnoreCase)).Select(Fault.At);
}
