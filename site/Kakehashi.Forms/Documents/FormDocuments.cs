using System.Collections.Concurrent;
using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Forms.Accepting;
using Kakehashi.Themes.Models;

namespace Kakehashi.Forms.Documents;

/// <summary>The forms as the generator planned them, read from the published site and again whenever one changes.</summary>
internal sealed class FormDocuments(FormsOptions options, ILogger<FormDocuments> log)
{
    private const int MaxBytes = 4 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, (DateTime Written, long Length, FormPage Page)> known = new(StringComparer.Ordinal);

    /// <summary>The form at <c>/forms/NAME/</c> or <c>/forms/NAME/SUBJECT/</c>; null where there is none.</summary>
    public FormPage? Find(string name, string? subject)
    {
        if (!Slug.IsValid(name) || subject is not null && !Slug.IsValid(subject)) return null;
        var file = new FileInfo(Path.Join(options.Documents, name, subject, "form.json"));
        try
        {
            if (file is not { Exists: true, Length: <= MaxBytes }) return null;
            if (known.TryGetValue(file.FullName, out var last) && last.Written == file.LastWriteTimeUtc && last.Length == file.Length) return last.Page;
            if (JsonSerializer.Deserialize<FormPage>(File.ReadAllBytes(file.FullName), ContentJson.Options) is not { } page) return null;
            known[file.FullName] = (file.LastWriteTimeUtc, file.Length, page);
            return page;
        }
        catch (Exception error) when (error is JsonException || StorageFaultException.Covers(error))
        {
            log.LogError("The form document {Name} cannot be read: {Fault}", name, error.GetType().Name);
            return null;
        }
    }

    /// <summary>The form for a subject: its own, or the one for all subjects.</summary>
    public FormPage? Of(string name, string? subject) => (subject is null ? null : Find(name, subject)) ?? Find(name, null);

    /// <summary>Any form, for the frame of a notice; null where the site has none.</summary>
    public FormPage? Frame() => Find(Inquiry.Name, null) ?? Find(MemberLink.Name, null);
}
