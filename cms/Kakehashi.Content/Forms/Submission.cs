using System.Text.Json.Nodes;

namespace Kakehashi.Content.Forms;

/// <summary>受付: what one visitor sent, as it lies sealed in the inbox. JSON by <see cref="ContentJson"/>.</summary>
public sealed record Submission
{
    /// <summary>Receipt number without hyphens; unique for ever.</summary>
    public required string Receipt { get; init; }

    /// <summary>Name of the form.</summary>
    public required string Form { get; init; }

    /// <summary>Slug of the issue, event or survey it is about; null for other forms.</summary>
    public string? Subject { get; init; }

    /// <summary>When the forms process accepted it, whole seconds.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The form as the visitor saw it: its definition is frozen with the answers.</summary>
    public required FormDefinition Definition { get; init; }

    /// <summary>Answers by question, in the shapes of <see cref="QuestionKind"/>.</summary>
    public required JsonObject Answers { get; init; }

    /// <summary>Attachments, in the order of questions; empty when there are none.</summary>
    public IReadOnlyList<SubmittedFile> Files { get; init; } = [];

    /// <summary>The link by which the visitor came; null for open forms.</summary>
    public TicketProof? Ticket { get; init; }
}

/// <summary>A file that came with a submission, or one that the CMS has already and the visitor kept.</summary>
/// <param name="Question">Name of the question.</param>
/// <param name="Envelope">JWE of a <see cref="HeldFileSecret"/>; null for a kept file.</param>
/// <param name="Kept">Name of a file that the CMS has; null for a new file.</param>
public sealed record SubmittedFile(string Question, string? Envelope, string? Kept);

/// <summary>What only the CMS may know of an attachment. Sealed while the file arrives.</summary>
/// <param name="Id">Name of the sealed file in <see cref="Inbox.Held"/> or <see cref="Inbox.Files"/>: 32 hexadecimal digits.</param>
/// <param name="Key">Key of the sealed file, 32 bytes, base64url.</param>
/// <param name="Name">File name as the visitor's browser told it, without folders; never used as a path.</param>
/// <param name="Bytes">Length of the plain file.</param>
/// <param name="Sha256">Of the plain file, lower-case hexadecimal.</param>
public sealed record HeldFileSecret(string Id, string Key, string Name, long Bytes, string Sha256);

/// <summary>An attachment as it travels in the page between the steps; what is readable here was typed or chosen by the visitor.</summary>
/// <param name="Id">Name of the sealed file, or "kept:" and the name of a file that the CMS has.</param>
/// <param name="Name">File name to show.</param>
/// <param name="Bytes">Length to show.</param>
/// <param name="Envelope">JWE of a <see cref="HeldFileSecret"/>; "" for a kept file.</param>
public sealed record HeldFile(string Id, string Name, long Bytes, string Envelope);

/// <summary>Proof that the visitor held the link.</summary>
/// <param name="Id">Ticket id.</param>
/// <param name="Key">The link's key, base64url.</param>
public sealed record TicketProof(string Id, string Key);

/// <summary>What a link opens: ciphertext in the forms process's hands until somebody comes with the key.</summary>
/// <param name="ExpiresAt">Last instant of use.</param>
/// <param name="Greeting">To whom the link was sent, as shown at the top: 組織の名称; no person's name.</param>
/// <param name="Actions">One, or several to choose from.</param>
public sealed record TicketDocument(DateTimeOffset ExpiresAt, string Greeting, IReadOnlyList<TicketAction> Actions);

/// <summary>One thing that a link lets its holder do.</summary>
/// <param name="Id">Short name, unique within the ticket.</param>
/// <param name="Form">Name of the form.</param>
/// <param name="Subject">Slug of its subject; null for none.</param>
/// <param name="Label">Words of the link in the menu.</param>
/// <param name="Note">What the office says to it: why it came back; null for nothing.</param>
/// <param name="Answers">Prefilled answers.</param>
/// <param name="Files">Files that are there already.</param>
public sealed record TicketAction(
    string Id, string Form, string? Subject, string Label, string? Note, JsonObject Answers, IReadOnlyList<KeptFile> Files);

/// <summary>A file that the CMS has already.</summary>
/// <param name="Question">Name of the question it answers.</param>
public sealed record KeptFile(string Question, string Name, string Title, long Bytes);
