using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kakehashi.Content;
using Kakehashi.Content.Forms;

namespace Kakehashi.Themes.Models;

/// <summary>One step of one form. As the generator writes it (<c>form.json</c>) it is the frozen form document; the forms API fills in the rest with <c>with</c> and renders it.</summary>
/// <remarks>Survives JSON by <see cref="ContentJson"/> unchanged. <see cref="PageModel.Contact"/> is who answers: shown on every step.</remarks>
public sealed record FormPage : PageModel
{
    public required FormDefinition Form { get; init; }

    /// <summary>Slug of the issue, event or survey it is about; null for none.</summary>
    public string? Subject { get; init; }

    /// <summary>Page of what it is about; null for none.</summary>
    public Link? About { get; init; }

    public FormWindow Window { get; init; } = FormWindow.Always;

    /// <inheritdoc cref="FormStep"/>
    public FormStep Step { get; init; } = FormStep.Input;

    /// <summary>Answers as typed.</summary>
    public PostedFields Fields { get; init; } = new();

    /// <summary>Answers as they were understood, for the check page and the receipt; null before.</summary>
    public JsonObject? Answers { get; init; }

    /// <summary>What is to be mended, in the order of the questions; empty where nothing is. Makes the page an error page.</summary>
    public IReadOnlyList<AnswerMistake> Mistakes { get; init; } = [];

    /// <summary>Why it could not be taken, where no answer is at fault: one Japanese sentence. Makes the page an error page; null = nothing.</summary>
    public string? Trouble { get; init; }

    /// <summary>Attachments so far, in the order of their questions.</summary>
    public IReadOnlyList<FormFile> Files { get; init; } = [];

    /// <summary>Value of <see cref="FieldNames.Token"/> on the check page; null before.</summary>
    public string? Token { get; init; }

    /// <summary>Value of <see cref="FieldNames.Ticket"/>; null where the visitor came by no link.</summary>
    public string? Ticket { get; init; }

    /// <summary>To whom the link was sent: name of an organisation; null = nobody.</summary>
    public string? Greeting { get; init; }

    /// <summary>What the office says to it: why it came back; null = nothing.</summary>
    public string? Note { get; init; }

    /// <summary>On the last step; null before.</summary>
    public FormReceipt? Receipt { get; init; }

    /// <summary>Whether something stands in the way.</summary>
    [JsonIgnore]
    public bool HasFaults => Mistakes.Count > 0 || Trouble is not null;

    /// <summary>Nothing is asked: one button and no check page.</summary>
    [JsonIgnore]
    public bool IsOneButton => Form.Groups.Count == 0;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string HeadTitle => (HasFaults, Step) switch
    {
        (true, _) => $"エラー：{Title}",
        (_, FormStep.Confirm) => $"確認：{Title}",
        (_, FormStep.Receipt) => $"完了：{Title}",
        _ => Title,
    };

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsListed => Step == FormStep.Input && Form.Access == FormAccess.Everybody && Ticket is null && !HasFaults;
}

/// <summary>入力 → 確認 → 完了.</summary>
public enum FormStep
{
    Input,
    Confirm,
    Receipt,
}

/// <summary>When a form takes answers from anybody. Who comes by a link is let in at any time.</summary>
/// <param name="OpensAt">First instant; null = from publication.</param>
/// <param name="ClosesAt">First instant at which it is closed; null = never.</param>
/// <param name="IsShut">Closed whatever the clock says.</param>
public sealed record FormWindow(DateTimeOffset? OpensAt = null, DateTimeOffset? ClosesAt = null, bool IsShut = false)
{
    public static FormWindow Always { get; } = new();

    /// <summary>Whether it takes answers then; null = yes, otherwise what to tell.</summary>
    public FormMessage? RefusalAt(DateTimeOffset now) =>
        IsShut || ClosesAt <= now ? FormMessage.Closed : OpensAt > now ? FormMessage.NotYetOpen : null;
}

/// <summary>An attachment in the page.</summary>
/// <param name="Question">Name of its question.</param>
/// <param name="Id">What the button that takes it back names: <c>drop:ID</c>.</param>
/// <param name="Name">File name to show.</param>
/// <param name="Bytes">Length to show.</param>
/// <param name="Value">Value of the hidden field that carries it.</param>
public sealed record FormFile(string Question, string Id, string Name, long Bytes, string Value);

/// <summary>What was accepted.</summary>
/// <param name="Number">Receipt number with hyphens: <c>K7QM-3FPX-9WDT</c>.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="MailTo">Where the acknowledgement goes; null = nowhere.</param>
public sealed record FormReceipt(string Number, DateTimeOffset ReceivedAt, string? MailTo = null);
