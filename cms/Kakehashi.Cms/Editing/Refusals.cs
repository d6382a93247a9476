using Kakehashi.Cms.Frame;

namespace Kakehashi.Cms.Editing;

/// <summary>Outcomes that end an action, as pages with their status.</summary>
public static class Refusals
{
    public static IResult Show(Outcome outcome) => outcome switch
    {
        Outcome.Forbidden forbidden => Pages.Failure(StatusCodes.Status403Forbidden, "この操作はできません", forbidden.Message),
        Outcome.NotLegal notLegal => Pages.Failure(StatusCodes.Status409Conflict, "今はこの操作はできません", notLegal.Message),
        Outcome.Conflict conflict => Pages.Failure(StatusCodes.Status409Conflict, "ほかの人が先に保存しました",
            $"見ていた版より新しい第{conflict.Newest.Number}版があります。新しい版を開いて、もう一度操作してください。",
            new Content.Link("新しい版を開く", $"/items/{conflict.Newest.ItemId}")),
        Outcome.Unjudged unjudged => Pages.Failure(StatusCodes.Status503ServiceUnavailable, "今はこの操作はできません", unjudged.Message),
        Outcome.NotFound => Pages.Failure(StatusCodes.Status404NotFound),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
