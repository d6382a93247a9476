using System.Text;
using Kakehashi.Content.Forms;
using Kakehashi.Forms.Accepting;
using Kakehashi.Forms.Uploads;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kakehashi.Forms.Steps;

/// <summary>Reads a form as it streams in: text within limits into memory, files straight into their seals.</summary>
internal sealed class PostedFormReader(HeldFiles held, PageSignature signature, FormsOptions options, ILogger<PostedFormReader> log)
{
    private const int BoundaryCharacters = 100;

    /// <exception cref="InvalidDataException">Not a form as a browser sends it, or more text than any form has.</exception>
    /// <exception cref="IOException">The client went away.</exception>
    public async Task<PostedForm> ReadAsync(HttpRequest request, FormDefinition form, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= BoundaryCharacters } boundary)
            throw new InvalidDataException("Not multipart/form-data.");

        var reading = new Reading(form);
        var parts = new MultipartReader(boundary.Value!, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4 * 1024, BodyLengthLimit = null };
        while (await parts.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || HeaderUtilities.RemoveQuotes(disposition.Name) is not { Length: > 0 and <= 200 } name)
                throw new InvalidDataException("A part without a name.");
            if (disposition.FileName.HasValue || disposition.FileNameStar.HasValue) await ReadFileAsync(part.Body, name.Value!, FileName(disposition), reading, cancellation);
            else reading.Take(name.Value!, await ReadTextAsync(part.Body, reading, cancellation), signature, options.Limits.Fields);
        }
        return reading.Result();
    }

    private async Task ReadFileAsync(Stream body, string name, string fileName, Reading reading, CancellationToken cancellation)
    {
        var question = name.StartsWith(AnswerFields.UploadPrefix, StringComparison.Ordinal) ? reading.FileQuestion(name[AnswerFields.UploadPrefix.Length..]) : null;
        if (question is not null && fileName.Length > 0)
        {
            try
            {
                // One more than allowed is taken, so that the visitor can choose which one to leave out.
                if (reading.CountOf(question.Name) <= question.Max) reading.Take(question, await held.HoldAsync(fileName, question.Files, body, cancellation));
            }
            catch (StorageFaultException error)
            {
                log.LogError("An attachment cannot be kept: {Fault}", error.InnerException!.GetType().Name);
                reading.TakeFault(question);
            }
        }
        await body.CopyToAsync(Stream.Null, cancellation);
    }

    private static string FileName(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";

    private async Task<string> ReadTextAsync(Stream body, Reading reading, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if ((reading.TextBytes += read) > options.Limits.TextBytes) throw new InvalidDataException("More text than any form has.");
            text.Write(buffer, 0, read);
        }
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private sealed class Reading(FormDefinition form)
    {
        private readonly PostedFields fields = new();
        private readonly List<Attachment> files = [];
        private readonly List<AnswerMistake> mistakes = [];
        private (string Step, string Token, string Ticket, string Trap) own = ("", "", "", "");
        private bool faulty;
        private int count;

        public int TextBytes { get; set; }

        public Question? FileQuestion(string name) => form.AllQuestions().FirstOrDefault(question => question.Kind == QuestionKind.Files && question.Name == name);

        public int CountOf(string question) => files.Count(file => file.Question == question);

        public void Take(string name, string value, PageSignature signature, int limit)
        {
            if (++count > limit) throw new InvalidDataException("More fields than any form has.");
            if (name.StartsWith(AnswerFields.Prefix, StringComparison.Ordinal)) fields.Add(name, value);
            else if (name.StartsWith(AnswerFields.HeldPrefix, StringComparison.Ordinal)) TakeHeld(name[AnswerFields.HeldPrefix.Length..], value, signature);
            else own = name switch
            {
                FieldNames.Step => own with { Step = value },
                FieldNames.Token => own with { Token = value },
                FieldNames.Ticket => own with { Ticket = value },
                FieldNames.Trap => own with { Trap = value },
                _ => own,
            };
        }

        public void Take(Question question, (HeldFile? File, string? Mistake) taken)
        {
            if (taken.File is { } file) files.Add(new(question.Name, file));
            else mistakes.Add(new(AnswerFields.UploadPrefix + question.Name, taken.Mistake!));
        }

        public void TakeFault(Question question)
        {
            faulty = true;
            mistakes.Add(new(AnswerFields.UploadPrefix + question.Name, $"ただいまファイルを保存できません。しばらくたってから「{question.Label}」を選び直すか、ファイルを付けずに送ってください。"));
        }

        public PostedForm Result() => new(fields, files, mistakes, faulty, Step.Parse(own.Step), own.Token, own.Ticket, own.Trap);

        private void TakeHeld(string question, string value, PageSignature signature)
        {
            if (FileQuestion(question) is not null && Attachment.Read(signature, question, value) is { } held && files.All(other => other.File.Id != held.File.Id)) files.Add(held);
        }
    }
}
