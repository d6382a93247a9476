using System.Text.Json.Nodes;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Frame;
using Kakehashi.Content;
using Kakehashi.Content.Folder;

namespace Kakehashi.Cms.Tests.Screens;

public sealed class ItemFormTests
{
    public static TheoryData<string> Files =>
        [.. ContentType.All.SelectMany(type => Directory.EnumerateFiles(Path.Combine(Program, type.Folder), "*.md")).Select(path => Path.GetRelativePath(Program, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Opening_and_saving_an_item_changes_nothing(string file)
    {
        var type = ContentType.FindByFolder(Path.GetDirectoryName(file)!)!;
        var document = FrontMatter.Read(file, type, Path.GetFileName(file).Split('.')[0], File.ReadAllText(Path.Combine(Program, file))).Document!;
        var shown = ItemForm.Of(type, document.Slug, document.Values, document.PublishAt, document.ExpireAt);
        var (draft, mistakes) = ItemForm.FromJson(type, shown.ToJson()).ToDraft();
        Assert.Empty(mistakes);
        Assert.True(JsonNode.DeepEquals(document.Values, draft.Values), $"{document.Values.ToJsonString()}\n{draft.Values.ToJsonString()}");
        Assert.Equal(document.Slug, draft.Slug);
    }

    [Theory]
    [InlineData("2026-04-01", "2026-04-01")]
    [InlineData("２０２６／４／１", "2026-04-01")]
    [InlineData("2026年4月1日（水曜日）", "2026-04-01")]
    [InlineData("令和8年4月1日", "2026-04-01")]
    [InlineData("R8.4.1", "2026-04-01")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("2026/2/29", null)]
    [InlineData("4月1日", null)]
    public void Dates_are_read_as_typed(string typed, string? expected) =>
        Assert.Equal(expected, JapaneseInput.Date(typed) is { } date ? JapaneseTime.Format(date) : null);

    [Theory]
    [InlineData("9:00", "09:00")]
    [InlineData("１７：１５", "17:15")]
    [InlineData("午後5時15分", "17:15")]
    [InlineData("午後1時半", "13:30")]
    [InlineData("正午", "12:00")]
    [InlineData("午前0時", "00:00")]
    [InlineData("24:00", null)]
    [InlineData("朝", null)]
    public void Times_are_read_as_typed(string typed, string? expected) =>
        Assert.Equal(expected, JapaneseInput.Time(typed)?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_changed_line_shows_what_changed_in_it()
    {
        var lines = LineDifference.Between("一\n会場は市民会館です。\n三", "一\n会場は交流センターです。\n三\n四");
        Assert.Equal(
            [
                new(LineChange.Same, "一", "", ""), new(LineChange.Removed, "会場は", "市民会館", "です。"), new(LineChange.Added, "会場は", "交流センター", "です。"),
                new(LineChange.Same, "三", "", ""), new ComparedLine(LineChange.Added, "", "四", ""),
            ], lines);
    }

    static string Program { get; } = Path.Combine(Root(AppContext.BaseDirectory), "content", "programs", "tochigi-platform");

    static string Root(string directory) => File.Exists(Path.Combine(directory, "Kakehashi.slnx")) ? directory : Root(Path.GetDirectoryName(directory)!);
}
