using Kakehashi.Content.Forms;

namespace Kakehashi.Forms.Steps;

/// <summary>What one request brought.</summary>
/// <param name="Fields">Answers as typed: fields that begin with <c>a.</c>.</param>
/// <param name="Files">Attachments, sealed before or now, in the order of their coming.</param>
/// <param name="Mistakes">Files that were not taken; empty when all were.</param>
/// <param name="Faulty">A file was not taken because this side could not.</param>
/// <param name="Step">The button.</param>
/// <param name="Token">Of the check page; "" from other pages.</param>
/// <param name="Ticket">The link by which the visitor came; "" for none.</param>
/// <param name="Trap">What stands in the field that people do not see; "" for people.</param>
internal sealed record PostedForm(
    PostedFields Fields, IReadOnlyList<Attachment> Files, IReadOnlyList<AnswerMistake> Mistakes, bool Faulty, Step Step, string Token, string Ticket, string Trap)
{
    public int CountFiles(string question) => Files.Count(file => file.Question == question);
}
