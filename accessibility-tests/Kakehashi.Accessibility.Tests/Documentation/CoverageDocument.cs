using System.Text;
using System.Text.Json;

namespace Kakehashi.Accessibility.Tests.Documentation;

/// <summary>What another checker finds in the corpus; measured by running it, kept in <c>Corpus/checkers.json</c>.</summary>
/// <param name="Caught">Ids of the bad pieces on which it reports a failure that the same page without the piece does not have.</param>
/// <param name="Mistaken">Ids of the good pieces on which it does so.</param>
public sealed record Checker(string Name, string Version, IReadOnlyList<string> Caught, IReadOnlyList<string> Mistaken)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>In the order of the file; empty as long as none was measured.</summary>
    public static IReadOnlyList<Checker> All { get; } =
        Path.Join(Corpus.Folder, "checkers.json") is var file && File.Exists(file) ? JsonSerializer.Deserialize<List<Checker>>(File.ReadAllText(file), Json)! : [];

    /// <summary>Our own rules on the same corpus.</summary>
    public static Checker Ours() => new("この規則", "",
        [.. Corpus.Bad.Where(piece => Judgement.Of(piece).Any(finding => finding.Rule == piece.Rule)).Select(piece => piece.Id)],
        [.. Corpus.Good.Where(piece => Judgement.Of(piece).Any(finding => finding.Weight != Weight.Advice)).Select(piece => piece.Id)]);
}

/// <summary>docs/accessibility/coverage.md: what is caught of the corpus, criterion by criterion.</summary>
internal static class CoverageDocument
{
    public static string Write()
    {
        List<Checker> checkers = [Checker.Ours(), .. Checker.All];
        var text = new StringBuilder($"""
            # 検査の届く範囲

            直すところが1つある例{Corpus.Bad.Count}件と、直すところのない例{Corpus.Good.Count}件を、同じページとして検査した結果です。例は `accessibility-tests/Kakehashi.Accessibility.Tests/Corpus` にあり、このページはそこから作られます。
            この規則の欄は、例に書いた規則の名前で見つけた数です。ほかの検査の欄は、例を入れたときだけ出る不合格があった数です（`Corpus/checkers.json`）。

            例はこの規則を作った人が書いたので、この規則の欄がよいのは当然です。比べて読むのは、ほかの検査では見つからない達成基準がどれかです。


            """.ReplaceLineEndings("\n"));
        text.Append($"| 達成基準 | 例 | {string.Join(" | ", checkers.Select(Title))} |\n| --- | ---: |{string.Concat(checkers.Select(_ => " ---: |"))}\n");
        foreach (var group in Corpus.Bad.GroupBy(piece => piece.Criterion ?? "").OrderBy(group => group.Key.Length == 0).ThenBy(group => Order(group.Key)))
            Row(text, group.Key.Length == 0 ? Wording.Of((SuccessCriterion?)null) : Wording.Of(RuleSet.All.First(rule => rule.Criterion?.Number == group.Key).Criterion), [.. group], checkers);
        Row(text, "合計", Corpus.Bad, checkers);
        text.Append($"| 直すところのない例で誤って見つけた数 | {Corpus.Good.Count} | {string.Join(" | ", checkers.Select(checker => checker.Mistaken.Count))} |\n");
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, IReadOnlyList<Piece> pieces, IReadOnlyList<Checker> checkers) =>
        text.Append($"| {name} | {pieces.Count} | {string.Join(" | ", checkers.Select(checker => pieces.Count(piece => checker.Caught.Contains(piece.Id))))} |\n");

    private static string Title(Checker checker) => $"{checker.Name} {checker.Version}".Trim();

    private static int Order(string number) => number.Length == 0 ? 0 : number.Split('.').Aggregate(0, (sum, part) => (sum * 100) + int.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
}
