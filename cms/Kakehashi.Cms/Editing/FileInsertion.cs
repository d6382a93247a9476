using System.Globalization;
using Kakehashi.Content;

namespace Kakehashi.Cms.Editing;

/// <summary>Writes a file of the library into the form.</summary>
public static class FileInsertion
{
    /// <summary>Into a picture field, a new row of attachments, or a Markdown text where the caret stood.</summary>
    public static void Insert(ItemForm form, Field field, MediaFile file, bool decorative)
    {
        switch (field.Kind)
        {
            case FieldKind.Picture:
                form.RemoveAll(field.Name);
                form[field.Name + ".file"] = file.Name;
                form[field.Name + ".alt"] = file.Alt;
                if (decorative) form[field.Name + ".decorative"] = "true";
                break;
            case FieldKind.Attachments:
                var row = form.Rows(field) is [.., var last] ? last + 1 : 0;
                form[ItemForm.Cell(field, row, "file")] = file.Name;
                form[ItemForm.Cell(field, row, "title")] = file.Title ?? "";
                break;
            case FieldKind.Markdown:
                form[field.Name] = InText(FieldInput.Lines(form[field.Name]), form[field.Name + ".at"], file);
                form.RemoveAll(field.Name + ".at");
                break;
        }
    }

    static string InText(string text, string caret, MediaFile file)
    {
        var at = int.TryParse(caret, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? Math.Min(position, text.Length) : text.Length;
        var (before, after) = (text[..at], text[at..]);
        if (!file.IsPicture) return $"{before}[{Plain(file.Title ?? file.Name)}](/media/{file.Name}){after}";
        // A picture stands as a paragraph of its own.
        var (front, back) = (before.TrimEnd('\n'), after.TrimStart('\n'));
        return $"{front}{(front.Length > 0 ? "\n\n" : "")}![{Plain(file.Alt)}](/media/{file.Name}){(back.Length > 0 ? "\n\n" : "")}{back}";
    }

    static string Plain(string text) => text.Replace('[', '（').Replace(']', '）').Replace('\n', ' ');
}
