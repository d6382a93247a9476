using System.Text.Json;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;

namespace Kakehashi.Site.Sources;

/// <summary>One published self-evaluation as it came, and what it says.</summary>
sealed class EvaluationFile : IReadFile
{
    public EvaluationFile(EvaluationDocument source, FoundFile found = default)
    {
        (Source, Found) = (source, found);
        var path = $"{AccessibilityTest.Folder}/{source.FileName}";
        try
        {
            var evaluation = SelfEvaluation.Read(source.Document);
            if (EvaluationFault.Of(evaluation) is { } fault) Problems = [new Problem(path, 0, $"{fault}手で直さず、CMSが書き出したファイルを置いてください。")];
            else if (evaluation.FiscalYear != source.FiscalYear) Problems = [new Problem(path, 0, $"ファイルの名前の年度と、中の fiscalYear（{evaluation.FiscalYear}）が違います。名前を {new EvaluationDocument(evaluation.FiscalYear, "").FileName} に直してください。")];
            else if (evaluation.StatedOn is null) Problems = [new Problem(path, 0, $"公表した日（statedOn）がありません。公表していないものは、名前を {source.DraftFileName} にしてください。")];
            else Evaluation = evaluation;
        }
        catch (JsonException exception)
        {
            Problems = [new Problem(path, (int)(exception.LineNumber + 1 ?? 0), "取組確認・評価表として読み取れません。手で直さず、CMSが書き出したファイルを置いてください。")];
        }
    }

    public EvaluationDocument Source { get; }

    public FoundFile Found { get; }

    /// <summary>Null when there is any problem.</summary>
    public SelfEvaluation? Evaluation { get; }

    public IReadOnlyList<Problem> Problems { get; } = [];

    public static EvaluationFile Read(string root, FoundFile found) =>
        new(new EvaluationDocument(EvaluationDocument.YearOf(Path.GetFileName(found.Path))!.Value, File.ReadAllText(Path.Join(root, found.Path))), found);
}
