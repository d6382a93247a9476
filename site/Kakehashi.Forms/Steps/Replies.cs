using System.Text.Json.Nodes;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Kakehashi.Themes.Models;
using FormFile = Kakehashi.Themes.Models.FormFile;

namespace Kakehashi.Forms.Steps;

/// <summary>The form's page at each step, filled with what travels in it.</summary>
internal static class Replies
{
    /// <param name="mistakes">What is to be mended; empty shows the form as it is.</param>
    public static Reply Input(Visit visit, PageSignature signature, IReadOnlyList<AnswerMistake> mistakes) => new(
        visit.Posted.Faulty ? StatusCodes.Status503ServiceUnavailable : mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        Page(visit, signature) with { Step = FormStep.Input, Mistakes = mistakes });

    public static Reply Confirm(Visit visit, PageSignature signature, JsonObject answers, string token, int status, string? trouble) =>
        new(status, Page(visit, signature) with { Step = visit.Document.IsOneButton ? FormStep.Input : FormStep.Confirm, Answers = answers, Token = token, Trouble = trouble });

    public static Reply Receipt(Visit visit, ReceiptNumber number, DateTimeOffset receivedAt, JsonObject answers) => new(
        StatusCodes.Status200OK,
        visit.Document with { Step = FormStep.Receipt, Answers = answers, Greeting = visit.Greeting, Receipt = new FormReceipt(number.ToString(), receivedAt, MailTo(visit.Document.Form, answers)) });

    public static Reply Notice(FormPage frame, FormMessage message, int status) => new(status, frame.Say(message));

    private static FormPage Page(Visit visit, PageSignature signature) => visit.Document with
    {
        Fields = visit.Posted.Fields,
        Files = [.. visit.Posted.Files.Select(file => new FormFile(file.Question, file.File.Id, file.File.Name, file.File.Bytes, file.Write(signature)))],
        Ticket = visit.Address?.ToString(),
        Greeting = visit.Greeting,
        Note = visit.Action?.Note,
    };

    // In repeated groups it is the first entry's address that gets the acknowledgement.
    private static string? MailTo(FormDefinition form, JsonObject answers) => form.ReplyTo is not { } question
        ? null
        : (string?)(answers[question] ?? answers.Select(answer => answer.Value).OfType<JsonArray>().Select(entries => entries.FirstOrDefault()).OfType<JsonObject>().Select(entry => entry[question]).FirstOrDefault(address => address is not null));
}
