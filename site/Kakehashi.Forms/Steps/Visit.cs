using System.Buffers.Text;
using System.Text.Json.Nodes;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Kakehashi.Forms.Tickets;
using Kakehashi.Themes.Models;

namespace Kakehashi.Forms.Steps;

/// <summary>One visitor before one form.</summary>
/// <param name="Address">The link by which the visitor came; null for none.</param>
/// <param name="Action">What the link lets him do here; null without a link.</param>
/// <param name="Greeting">To whom the link was sent; null without a link.</param>
internal sealed record Visit(FormPage Document, PostedForm Posted, TicketAddress? Address = null, TicketAction? Action = null, string? Greeting = null)
{
    /// <summary>Attachments that came by this form.</summary>
    public IEnumerable<HeldFile> NewFiles => Posted.Files.Where(file => file.Kept is null).Select(file => file.File);

    public Visit Without(IReadOnlyCollection<HeldFile> files) =>
        this with { Posted = Posted with { Files = [.. Posted.Files.Where(file => !files.Contains(file.File))] } };

    public Submission ToSubmission(ReceiptNumber receipt, JsonObject answers, DateTimeOffset now) => new()
    {
        Receipt = receipt.FileName,
        Form = Document.Form.Name,
        Subject = Action?.Subject ?? Document.Subject,
        ReceivedAt = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()),
        Definition = Document.Form,
        Answers = answers,
        Files = [.. Posted.Files.Select(file => new SubmittedFile(file.Question, file.Kept is null ? file.File.Envelope : null, file.Kept))],
        Ticket = Address is { Link: var link } ? new TicketProof(link.Id, Base64Url.EncodeToString(link.Key)) : null,
    };
}
