using Kakehashi.Accessibility.Evidence;
using Kakehashi.Content;

namespace Kakehashi.Cms.Accessibility;

/// <summary>What somebody answered to one item of the 取組確認・評価表. Only added, never changed; the newest of a year and item counts.</summary>
public sealed class EvaluationAnswer
{
    /// <summary>Ascending in the order of answering.</summary>
    public long Number { get; private set; }

    public required int FiscalYear { get; init; }

    /// <summary><see cref="EvaluationItem.Id"/> of an item that is not derived.</summary>
    public required string Item { get; init; }

    public required Attainment Attainment { get; init; }

    /// <summary>根拠: where it can be seen; public, never empty.</summary>
    public required string Evidence { get; init; }

    /// <summary>Part that the one who answered plays; public.</summary>
    public required string By { get; init; }

    /// <summary>Who answered; never public. All zeros for what was imported.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As it is published.</summary>
    public ItemAnswer ToAnswer() => new(Item, Attainment, Evidence, By, At.ToOffset(JapaneseTime.Offset));

    /// <summary>One that came with an imported evaluation.</summary>
    public static EvaluationAnswer Imported(int fiscalYear, ItemAnswer said) => new()
    {
        FiscalYear = fiscalYear, Item = said.Item, Attainment = said.Attainment, Evidence = said.Evidence, By = said.By, AccountId = Guid.Empty, At = said.At.ToUniversalTime(),
    };
}

/// <summary>公表 of a 取組確認・評価表. Only added; the newest of a year is public.</summary>
public sealed class EvaluationPublication
{
    /// <summary>Ascending in the order of publishing.</summary>
    public long Number { get; private set; }

    public required int FiscalYear { get; init; }

    /// <summary>A <see cref="SelfEvaluation"/> as visitors see it.</summary>
    public required string Document { get; init; }

    /// <summary>Who published; never public. All zeros for what was imported.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
