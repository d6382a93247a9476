using System.Globalization;

namespace Kakehashi.Forms.Steps;

/// <summary>What the visitor asks for by a button.</summary>
internal enum StepKind
{
    /// <summary>入力 → 確認. Also what no button at all means.</summary>
    Confirm,

    /// <summary>確認 → 完了.</summary>
    Send,

    /// <summary>Back to 入力.</summary>
    Edit,

    /// <summary>One more entry of a repeated group.</summary>
    Add,

    /// <summary>One entry less.</summary>
    Remove,

    /// <summary>Take an attachment back.</summary>
    Drop,
}

/// <param name="Kind"><inheritdoc cref="StepKind" path="/summary"/></param>
/// <param name="Name">Group or file; "" where the kind needs none.</param>
/// <param name="Index">Entry to remove, from 0.</param>
internal readonly record struct Step(StepKind Kind, string Name = "", int Index = 0)
{
    /// <summary>Reads the value of the button; anything unknown shows the check page, which changes nothing.</summary>
    public static Step Parse(string value) => value.Split(':', 2) switch
    {
        ["send"] => new(StepKind.Send),
        ["edit"] => new(StepKind.Edit),
        ["add", var group] => new(StepKind.Add, group),
        ["remove", var entry] when entry.LastIndexOf('.') is > 0 and var dot
            && int.TryParse(entry.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) => new(StepKind.Remove, entry[..dot], index),
        ["drop", var file] => new(StepKind.Drop, file),
        _ => new(StepKind.Confirm),
    };
}
