namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>One <c>main</c> holds the content.</summary>
public sealed class MainLandmark() : PageRule("main-landmark", Criteria.BypassBlocks, Weight.Warning, MiChecker.LikelyProblem,
    "本文の範囲が示されていません。本文をmain要素1つで囲んでください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<!doctype html>\n<html lang=\"ja\"><head><title>見本</title></head>\n<body><h1>見本</h1></body></html>", line: 3),
        Example.Bad("<!doctype html>\n<html lang=\"ja\"><head><title>見本</title></head><body><main><h1>見本</h1></main>\n<main><p>本文</p></main></body></html>", line: 3),
        Example.Good("<!doctype html><html lang=\"ja\"><head><title>見本</title></head><body><div role=\"main\"><h1>見本</h1></div></body></html>"),
    ];

    public override IEnumerable<Fault> Check(Page page)
    {
        var mains = page.Elements("main").Concat(page.Having("role").Where(element => element.GetAttribute("role") == "main" && element.LocalName != "main")).ToList();
        return mains.Count == 0 ? [new(page.Document.Body ?? page.Document.DocumentElement)] : mains.Skip(1).Select(Fault.At);
    }
}
