using System.Text.Json.Nodes;
using Kakehashi.Cms.Frame;
using Kakehashi.Content;

namespace Kakehashi.Cms.Editing;

/// <summary>Reads the controls as values; what cannot be read is named, not guessed.</summary>
public static class ItemFormReading
{
    static readonly char[] BetweenTags = ['、', ',', '，', '\n', '；', ';'];

    /// <summary>The draft, with every mistake of form in the order of the screen; what is mistaken is left out of the draft.</summary>
    public static (Draft Draft, IReadOnlyList<Mistake> Mistakes) ToDraft(this ItemForm form)
    {
        List<Mistake> mistakes = [];
        var values = new JsonObject();
        foreach (var field in form.Type.Fields)
        {
            var (value, problem) = Value(form, field);
            if (problem is not null) mistakes.Add(new Mistake(field.Name, problem));
            else if (value is not null) values[field.Name] = value;
        }
        var slug = form["slug"].Trim();
        if (slug.Length > 0 && !Slug.IsValid(slug)) mistakes.Add(new Mistake("slug", $"「アドレスの末尾」は{Slug.Rule}空のままにすると自動で決まります。"));
        var publishAt = Moment(form, "publishAt", "公開する日時", mistakes);
        var expireAt = Moment(form, "expireAt", "公開を終える日時", mistakes);
        if (publishAt >= expireAt) mistakes.Add(new Mistake("expireAt", "「公開を終える日時」は「公開する日時」より後にしてください。"));
        return (new Draft(slug, values, publishAt, expireAt), mistakes);
    }

    static (JsonNode? Value, string? Problem) Value(ItemForm form, Field field)
    {
        var text = form[field.Name];
        switch (field.Kind)
        {
            case FieldKind.Date:
                if (string.IsNullOrWhiteSpace(text)) return (null, null);
                return JapaneseInput.Date(text) is { } date
                    ? (JapaneseTime.Format(date), null)
                    : (null, $"「{field.Label}」の日付「{text.Trim()}」を読み取れません。例のように入力してください。例：2026年4月1日");
            case FieldKind.DateTime:
                List<Mistake> mistakes = [];
                var moment = Moment(form, field.Name, field.Label, mistakes);
                return (moment is { } at ? JapaneseTime.Format(at) : null, mistakes.FirstOrDefault()?.Message);
            case FieldKind.Boolean:
                return (text == "true" ? JsonValue.Create(true) : null, null);
            case FieldKind.Tags:
                return (List(text.Split(BetweenTags, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), null);
            case FieldKind.References:
                return (List(form.All(field.Name).Where(slug => slug.Length > 0)), null);
            case FieldKind.Picture:
                return (Picture(form, field), null);
            case FieldKind.Attachments:
                return (Attachments(form, field), null);
            case FieldKind.Questions:
                return (QuestionRows.Read(form, field), null);
            default:
                return FieldInput.Parse(field, text);
        }
    }

    static JsonArray? List(IEnumerable<string> entries)
    {
        var list = entries.Distinct(StringComparer.Ordinal).Select(entry => (JsonNode)entry).ToArray();
        return list.Length > 0 ? new JsonArray(list) : null;
    }

    static JsonObject? Picture(ItemForm form, Field field)
    {
        var file = form[field.Name + ".file"];
        if (file.Length == 0) return null;
        var picture = new JsonObject { ["file"] = file };
        if (form[field.Name + ".alt"].Trim() is { Length: > 0 } alt) picture["alt"] = alt;
        if (form[field.Name + ".decorative"] == "true") picture["decorative"] = true;
        return picture;
    }

    static JsonArray? Attachments(ItemForm form, Field field)
    {
        var files = form.Rows(field)
            .Select(row => (file: form[ItemForm.Cell(field, row, "file")], title: form[ItemForm.Cell(field, row, "title")].Trim()))
            .Where(row => row.file.Length > 0 || row.title.Length > 0)
            .Select(row => (JsonNode)new JsonObject { ["file"] = row.file, ["title"] = row.title })
            .ToArray();
        return files.Length > 0 ? new JsonArray(files) : null;
    }

    static DateTimeOffset? Moment(ItemForm form, string name, string label, List<Mistake> mistakes)
    {
        var (date, time) = (form[name + ".date"].Trim(), form[name + ".time"].Trim());
        if (date.Length == 0 && time.Length == 0) return null;
        if (JapaneseInput.Date(date) is not { } day)
            mistakes.Add(new Mistake(name, date.Length == 0 ? $"「{label}」は日付も入力してください。例：2026年4月1日" : $"「{label}」の日付「{date}」を読み取れません。例のように入力してください。例：2026年4月1日"));
        else if (JapaneseInput.IsAmbiguous(time))
            mistakes.Add(new Mistake(name, $"「{label}」の時刻「{time}」は、昼にも夜にも読めます。昼なら「12:00」、夜なら「0:00」のように入力してください。"));
        else if (JapaneseInput.Time(time) is not { } clock)
            mistakes.Add(new Mistake(name, time.Length == 0 ? $"「{label}」は時刻も入力してください。例：9:00" : $"「{label}」の時刻「{time}」を読み取れません。例のように入力してください。例：17:15"));
        else
            return JapaneseTime.StartOf(day) + clock;
        return null;
    }
}
