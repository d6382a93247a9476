using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Browser.Tests;

/// <summary>The mails that an installation without a mail server writes as files.</summary>
/// <param name="folder">Folder of <c>.eml</c> files; need not exist yet.</param>
sealed class MailFolder(string folder)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <summary>Waits for a mail that nobody asked for before.</summary>
    /// <param name="words">In its subject or text.</param>
    public async Task<Mail> ArrivedAsync(string recipient, string words)
    {
        Mail? found = null;
        await Eventually.CompleteAsync(
            () =>
            {
                found = All().FirstOrDefault(mail => mail.To == recipient && (mail.Subject + mail.Text).Contains(words, StringComparison.Ordinal) && !read.Contains(mail.Path));
                return Task.FromResult(found is not null ? null : $"no mail 「{words}」 for {recipient} among: {string.Join(" / ", All().Select(mail => $"{mail.To} {mail.Subject}"))}");
            },
            Limit);
        read.Add(found!.Path);
        return found;
    }

    /// <summary>Every mail there is, oldest first.</summary>
    public IEnumerable<Mail> All() => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc).Select(file => Mail.Read(file.FullName))
        : [];
}

/// <summary>A mail as a reader sees it.</summary>
sealed partial record Mail(string Path, string To, string Subject, string Text)
{
    /// <summary>The one address in its text that opens a procedure.</summary>
    public Uri Link => new(Assert.Single(TicketAddress().Matches(Text).Select(match => match.Value).Distinct()));

    public static Mail Read(string path)
    {
        var parts = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n\n", 2);
        var headers = parts[0].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n')
            .Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = headers["Content-Transfer-Encoding"].FirstOrDefault() == "base64" ? Encoding.UTF8.GetString(Convert.FromBase64String(parts[1])) : parts[1];
        return new Mail(path, headers["To"].Single(), EncodedWords(headers["Subject"].FirstOrDefault() ?? ""), body);
    }

    // RFC 2047; blanks between encoded words do not count.
    private static string EncodedWords(string header) => EncodedWord().Replace(
        BetweenWords().Replace(header, "?==?"),
        match => Encoding.UTF8.GetString(match.Groups["kind"].Value is "B" or "b"
            ? Convert.FromBase64String(match.Groups["text"].Value)
            : [.. QuotedPrintable(match.Groups["text"].Value)]));

    private static IEnumerable<byte> QuotedPrintable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                yield return text[i] == '_' ? (byte)' ' : (byte)text[i];
                continue;
            }
            yield return Convert.ToByte(text.Substring(i + 1, 2), 16);
            i += 2;
        }
    }

    [GeneratedRegex(@"https://[^\s/]+/forms/t/[A-Za-z0-9._-]+")]
    private static partial Regex TicketAddress();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();
}
