using System.Text.Json.Nodes;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Tests.Accessibility;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Cms.Transfer;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests;

public sealed class TransferTests(Cluster cluster, Installation cms) : IClassFixture<Installation>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_import_and_export_again_give_the_same_bytes()
    {
        await FillAsync();
        using var first = new Folder();
        using var second = new Folder();
        await cms.Get<Export>().RunAsync(first.Path, Ct);

        var other = new Installation(cluster) { Empty = true };
        await other.InitializeAsync();
        other.Clock.MoveTo("2026-06-01T10:00:00");
        Assert.Empty((await other.Get<Import>().RunAsync(first.Path, Ct)).Problems);
        await other.Get<Export>().RunAsync(second.Path, Ct);
        Assert.Equal(first.Files(), second.Files());
        Assert.Contains("articles/both.draft.md", first.Files().Keys);
        Assert.Contains("articles/renamed-next.draft.md", first.Files().Keys);

        // What is public there is what is public here.
        await using var here = await cms.DbAsync();
        await using var there = await other.DbAsync();
        Assert.Equal(await PublicAsync(here), await PublicAsync(there));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Accessibility_tests_go_out_and_come_back_in_the_same_bytes_published_and_unpublished()
    {
        using var folder = new Folder();
        using var again = new Folder();
        WriteSmallProgramme(folder);
        var judged = MachineFile.Of(2025) with { EndedOn = MachineFile.Day, StatedOn = MachineFile.Day, Testers = ["事務局"] };
        judged = judged with { Assertions = [.. judged.Assertions, new Assertion("/", "1.1.1", TestMode.Manual, Kakehashi.Accessibility.Evidence.Outcome.Failed, "事務局（NVDA 2026.2）", MachineFile.Day, "地図に説明がありません。")] };
        folder.Write("accessibility/2025.json", judged.Write());
        folder.Write("accessibility/2026.draft.json", MachineFile.Of().Write());
        var other = new Installation(cluster) { Empty = true };
        await other.InitializeAsync();
        var report = await other.Get<Import>().RunAsync(folder.Path, Ct);
        Assert.Equal((0, 2), (report.Problems.Count, report.Tests));
        Assert.Equal([2025], (await other.Get<Delivery.DeliveryReader>().ProgramAsync(Ct))!.Tests.Select(test => test.FiscalYear));
        await other.Get<Export>().RunAsync(again.Path, Ct);
        Assert.Equal(folder.Files().Where(file => file.Key.StartsWith("accessibility/", StringComparison.Ordinal)), again.Files().Where(file => file.Key.StartsWith("accessibility/", StringComparison.Ordinal)));
        Assert.Equal(0, (await other.Get<Import>().RunAsync(folder.Path, Ct)).Tests);

        // What goes on after a publication is not taken away by importing that publication again.
        var desk = other.Get<TestDesk>();
        var seen = (await other.Get<TestQueries>().FindAsync(2025, Ct))!.HistoryOf("/", "1.1.1")[0].Number;
        Assert.Empty((await desk.JudgeAsync(2025, "/", [new("1.1.1", Kakehashi.Accessibility.Evidence.Outcome.Passed, "説明を加えました。", seen)], null, other.Secretariat, Ct)).Mistakes);
        Assert.Equal(0, (await other.Get<Import>().RunAsync(folder.Path, Ct)).Tests);
        await other.Get<Export>().RunAsync(again.Path, Ct);
        Assert.Equal(["accessibility/2025.draft.json", "accessibility/2025.json", "accessibility/2026.draft.json"], again.Files().Keys.Where(name => name.StartsWith("accessibility/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Self_evaluations_go_out_with_every_answer_and_come_back_in_the_same_bytes()
    {
        using var folder = new Folder();
        using var again = new Folder();
        WriteSmallProgramme(folder);
        var (morning, evening) = (new DateTimeOffset(2026, 3, 1, 9, 0, 0, JapaneseTime.Offset), new DateTimeOffset(2026, 3, 1, 18, 0, 0, JapaneseTime.Offset));
        List<ItemAnswer> said = [.. EvaluationItem.All.Select(item => new ItemAnswer(item.Id, Attainment.Partly, "文書があります。", item.IsDerived ? EvaluationFacts.Record : "事務局", morning))];
        folder.Write("accessibility/2025.evaluation.json", new SelfEvaluation(2025, new(2026, 3, 1), said).Write());
        var later = new ItemAnswer("training", Attainment.Done, "2回行いました。", "事務局", evening);
        folder.Write("accessibility/2025.evaluation.draft.json", new SelfEvaluation(2025, null, [.. said.Where(answer => answer.By != EvaluationFacts.Record), later]).Write());
        var other = new Installation(cluster) { Empty = true };
        await other.InitializeAsync();
        Assert.Empty((await other.Get<Import>().RunAsync(folder.Path, Ct)).Problems);
        await other.Get<Export>().RunAsync(again.Path, Ct);
        Assert.Equal(folder.Files().Where(file => file.Key.StartsWith("accessibility/", StringComparison.Ordinal)), again.Files().Where(file => file.Key.StartsWith("accessibility/", StringComparison.Ordinal)));
        Assert.Equal([2025], (await other.Get<Delivery.DeliveryReader>().ProgramAsync(Ct))!.Evaluations.Select(evaluation => evaluation.FiscalYear));

        // The same again adds nothing, and nothing of what was answered here goes.
        var open = await other.Get<SelfEvaluationQueries>().FindAsync(2025, Ct);
        Assert.Equal(["2回行いました。", "文書があります。"], open.Rows.Single(row => row.Item.Id == "training").History.Select(answer => answer.Evidence));
        Assert.Empty(await other.Get<SelfEvaluationDesk>().SaveAsync(2025, [new("office", Attainment.None, "ありません。", open.Rows.Single(row => row.Item.Id == "office").Number)], other.Secretariat, Ct));
        Assert.Empty((await other.Get<Import>().RunAsync(folder.Path, Ct)).Problems);
        open = await other.Get<SelfEvaluationQueries>().FindAsync(2025, Ct);
        Assert.Equal((2, "ありません。"), (open.Rows.Single(row => row.Item.Id == "office").History.Count, open.Rows.Single(row => row.Item.Id == "office").Answer!.Evidence));
        await using var db = await other.DbAsync();
        Assert.Equal(1, await db.EvaluationPublications.CountAsync(Ct));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Pictures_that_prove_judgements_go_out_with_the_test_and_come_back_in_the_same_bytes()
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        using var folder = new Folder();
        using var out1 = new Folder();
        using var out2 = new Folder();
        WriteSmallProgramme(folder);
        folder.Write("accessibility/2026.draft.json", MachineFile.Of().Write());
        var first = new Installation(cluster) { Empty = true };
        await first.InitializeAsync();
        Assert.Empty((await first.Get<Import>().RunAsync(folder.Path, Ct)).Problems);
        var sheet = Worksheet.Of((await first.Get<TestQueries>().FindAsync(2026, Ct))!).Find("/")!;
        foreach (var (criterion, caption) in new[] { ("1.1.1", "説明のない地図"), ((string?)null, "トップの全体") })
        {
            Assert.Empty(await first.Get<PictureDesk>().AddAsync(2026, sheet, criterion, caption, new Microsoft.AspNetCore.Http.FormFile(new MemoryStream(png), 0, png.Length, "picture", "screen.png"), first.Secretariat, Ct));
            first.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal("criterion", Assert.Single(await first.Get<PictureDesk>().AddAsync(2026, sheet, "9.9.9", "画面", new Microsoft.AspNetCore.Http.FormFile(new MemoryStream(png), 0, png.Length, "picture", "screen.png"), first.Secretariat, Ct)).Field);
        await first.Get<Export>().RunAsync(out1.Path, Ct);
        await first.DisposeAsync();

        var second = new Installation(cluster) { Empty = true };
        await second.InitializeAsync();
        Assert.Empty((await second.Get<Import>().RunAsync(out1.Path, Ct)).Problems);
        Assert.Empty((await second.Get<Import>().RunAsync(out1.Path, Ct)).Problems);
        Assert.Equal(["説明のない地図", "トップの全体"], (await second.Get<TestQueries>().PicturesAsync(2026, "/", Ct)).Select(picture => picture.Caption));
        await second.Get<Export>().RunAsync(out2.Path, Ct);
        Assert.Equal(out1.Files(), out2.Files());
        Assert.Contains(out1.Files().Keys, name => name.StartsWith("accessibility/2026.pictures/", StringComparison.Ordinal) && name.EndsWith(".png", StringComparison.Ordinal));

        var index = out1.Files().Keys.Single(name => name.EndsWith("index.json", StringComparison.Ordinal));
        out1.Write(index, (await File.ReadAllTextAsync(Path.Combine(out1.Path, index), Ct)).Replace("\"file\": \"", "\"file\": \"../../", StringComparison.Ordinal));
        Assert.All((await second.Get<Import>().RunAsync(out1.Path, Ct)).Problems, problem => Assert.Contains("名前が正しくありません", problem.Message, StringComparison.Ordinal));
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Files_that_are_no_accessibility_tests_are_told()
    {
        using var folder = new Folder();
        WriteSmallProgramme(folder);
        folder.Write("accessibility/2024.json", MachineFile.Of(2025).Write());
        folder.Write("accessibility/2025.json", "{");
        folder.Write("accessibility/2025.evaluation.json", "[]");
        folder.Write("accessibility/2026.evaluation.json", new SelfEvaluation(2026, null, []).Write());
        folder.Write("accessibility/notes.txt", "覚え書き");
        var report = await cms.Get<Import>().RunAsync(folder.Path, Ct);
        Assert.Equal(["accessibility/2024.json", "accessibility/2025.evaluation.json", "accessibility/2025.json", "accessibility/2026.evaluation.json", "accessibility/notes.txt"], report.Problems.Select(problem => problem.Path));
    }

    static async Task<List<string>> PublicAsync(Store.CmsDb db) =>
        [.. (await db.PublicItems.Select(item => item.Document).ToListAsync(Ct)).Order(StringComparer.Ordinal)];

    async Task FillAsync()
    {
        // What is odd enough to be lost on the way is odd to the rules too.
        cms.Preview.IsLenient = true;
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>"u8.ToArray();
        var media = cms.Get<MediaLibrary>();
        Assert.IsType<MediaOutcome.Done>(await media.AddAsync("flow.svg", new MemoryStream(svg), new MediaText("流れ: \"図\" #1"), cms.Editor, Ct));
        Assert.IsType<MediaOutcome.Done>(await media.AddAsync("line.svg", new MemoryStream(svg), new MediaText(Decorative: true), cms.Editor, Ct));
        Assert.IsType<MediaOutcome.Done>(await media.AddAsync("要項.pdf", new MemoryStream("%PDF-1.7\n"u8.ToArray()), new MediaText(Title: "募集要項"), cms.Editor, Ct));

        var nasty = Installation.Article("コロン: と「\"」と # と 😀");
        nasty["summary"] = "1行目\n- 2行目: 値\n---\n  字下げ";
        nasty["body"] = "---\n\n# 見出し\r\n\r\n| 列 | 値 |\n| --- | --- |\n| a | b |\n\n---\n";
        nasty["image"] = new JsonObject { ["file"] = "flow.svg", ["alt"] = "流れ" };
        nasty["tags"] = new JsonArray("yes", "1e3", "2026-01-01", "a: b");
        await cms.PublishAsync(ContentType.Of<Article>(), "nasty", nasty);

        var both = await cms.PublishArticleAsync("both");
        Installation.Done(await cms.Desk.SaveAsync(both.Id, 1, new Draft("both", Installation.Article("次の版"), null, null), cms.Editor, Ct));
        var renamed = await cms.PublishArticleAsync("renamed");
        Installation.Done(await cms.Desk.SaveAsync(renamed.Id, 1, new Draft("renamed-again", Installation.Article("改名"), null, null), cms.Editor, Ct));
        cms.Clock.Advance(TimeSpan.FromHours(1));
        await cms.ApproveAsync(renamed.Id, 2);
        Installation.Done(await cms.Desk.SaveAsync(renamed.Id, 2, new Draft("renamed-next", Installation.Article("また改名"), null, null), cms.Editor, Ct));

        await cms.CreateAsync("alone", publishAt: JapaneseTime.Parse("2026-12-01T09:00:00"), expireAt: JapaneseTime.Parse("2027-01-01T09:00:00"));
        var scheduled = await cms.CreateAsync("scheduled", publishAt: JapaneseTime.Parse("2026-12-01T09:00:00"));
        await cms.ApproveAsync(scheduled.Id, 1);
        var ended = await cms.PublishArticleAsync("ended");
        Installation.Done(await cms.Desk.ActAsync(ended.Id, 1, EditorialAction.End, "終わりました。", cms.Approver, Ct));
        cms.Clock.MoveTo("2026-06-01T12:00:00");
    }

    [Fact]
    public async Task Importing_the_same_content_again_changes_nothing()
    {
        using var folder = new Folder();
        var other = new Installation(cluster) { Empty = true };
        await other.InitializeAsync();
        WriteSmallProgramme(folder);
        var first = await other.Get<Import>().RunAsync(folder.Path, Ct);
        Assert.Equal((3, 0), (first.Added, first.Changed));
        var again = await other.Get<Import>().RunAsync(folder.Path, Ct);
        Assert.Equal((0, 0, 3, 0), (again.Added, again.Changed, again.Unchanged, again.Media));
        await using var db = await other.DbAsync();
        Assert.Equal(3, await db.Revisions.CountAsync(Ct));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task What_ended_before_the_import_never_becomes_public()
    {
        using var folder = new Folder();
        var other = new Installation(cluster) { Empty = true };
        await other.InitializeAsync();
        WriteSmallProgramme(folder);
        Assert.Empty((await other.Get<Import>().RunAsync(folder.Path, Ct)).Problems);
        await using var db = await other.DbAsync();
        var document = Assert.Single(await db.PublicItems.Where(item => item.Type == "article").Select(item => item.Document).ToListAsync(Ct));
        Assert.Contains("now-public", document, StringComparison.Ordinal);
        Assert.DoesNotContain(await db.PublicChanges.Where(change => change.ItemId != null).ToListAsync(Ct), change => change.Kind == Kakehashi.Content.Delivery.ChangeKind.Remove);
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Every_mistake_is_told_with_its_place_and_nothing_is_written()
    {
        using var folder = new Folder();
        WriteSmallProgramme(folder);
        folder.Write("articles/broken.md", "---\ntitle: 題名\nsumary: 綴り\nsummary: 要約\nsection: nowhere\ncategory: news\npublishAt: 昨日\n---\n\n本文\n");
        folder.Write("articles/untitled.md", "---\nsummary: 要約\nsection: office\ncategory: none\npublishAt: 2026-05-01T09:00:00+09:00\n---\n");
        folder.Write("articles/taken.md", "---\ntitle: 題名\nsummary: 要約\nsection: office\ncategory: news\npublishAt: 2026-05-01T09:00:00+09:00\naliases:\n  - now-public\n---\n");
        folder.Write("media/evil.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");
        var report = await cms.Get<Import>().RunAsync(folder.Path, Ct);
        var told = report.Problems.Select(problem => $"{problem.Path}:{problem.Line}").ToList();
        Assert.Equal(
            ["articles/broken.md:3", "articles/broken.md:5", "articles/broken.md:7", "articles/now-public.md:1", "articles/taken.md:7", "articles/untitled.md:1", "articles/untitled.md:4", "media/evil.svg:0"],
            told);
        await using var db = await cms.DbAsync();
        Assert.False(await db.Addresses.AnyAsync(claim => claim.Address == "/articles/now-public/", Ct));
    }

    [Fact]
    public async Task Editing_goes_on_while_content_is_imported()
    {
        using var folder = new Folder();
        var other = new Installation(cluster);
        await other.InitializeAsync();
        WriteSmallProgramme(folder);
        var importing = Enumerable.Range(0, 3).Select(_ => Task.Run(() => other.Get<Import>().RunAsync(folder.Path, Ct), Ct)).ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, 12), Ct, async (i, _) => await other.PublishArticleAsync($"meanwhile-{i}"));
        Assert.All(await Task.WhenAll(importing), report => Assert.Empty(report.Problems));
        await using var db = await other.DbAsync();
        Assert.Equal(13, await db.PublicItems.CountAsync(item => item.Type == "article", Ct));
        Assert.Null(await Auditing.AuditTrail.VerifyAsync(db, Ct));
        var sequences = await db.PublicChanges.OrderBy(change => change.Sequence).Select(change => change.Sequence).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(number => (long)number), sequences);
        await other.DisposeAsync();
    }

    [Fact]
    public async Task An_import_takes_no_waiting_version_away()
    {
        using var folder = new Folder();
        var other = new Installation(cluster);
        await other.InitializeAsync();
        var waiting = await other.PublishArticleAsync("now-public");
        Installation.Done(await other.Desk.SaveAsync(waiting.Id, 1, new Draft("", Installation.Article("待っている版"), null, null), other.Editor, Ct));
        Installation.Done(await other.Desk.ActAsync(waiting.Id, 2, EditorialAction.Submit, null, other.Editor, Ct));
        var reserved = await other.CreateAsync("reserved", publishAt: other.Clock.GetUtcNow().AddDays(1));
        await other.ApproveAsync(reserved.Id, 1);
        WriteSmallProgramme(folder);
        folder.Write("articles/reserved.draft.md", "---\ntitle: 下書き\n---\n");
        var report = await other.Get<Import>().RunAsync(folder.Path, Ct);
        Assert.Equal(["articles/now-public.md", "articles/reserved.draft.md"], report.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Message.Contains("「待っている版」に「県承認待ち」の版がある", StringComparison.Ordinal));
        await using var db = await other.DbAsync();
        Assert.Equal([EditorialState.AwaitingApproval, EditorialState.Approved], await db.Items.Where(item => item.Type == "article").OrderBy(item => item.Slug).Select(item => item.State).ToListAsync(Ct));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task An_alias_does_not_take_another_item_over_and_a_dropped_one_is_free_again()
    {
        using var folder = new Folder();
        var other = new Installation(cluster) { Empty = true };
        await other.InitializeAsync();
        WriteSmallProgramme(folder);
        Assert.Empty((await other.Get<Import>().RunAsync(folder.Path, Ct)).Problems);

        using var taking = new Folder();
        WriteSmallProgramme(taking);
        File.Delete(System.IO.Path.Combine(taking.Path, "articles/now-public.md"));
        taking.Write("articles/taker.md", Article("別の記事", "now-public"));
        var problem = Assert.Single((await other.Get<Import>().RunAsync(taking.Path, Ct)).Problems);
        Assert.Equal("articles/taker.md", problem.Path);
        Assert.Contains("「公開中」", problem.Message, StringComparison.Ordinal);

        folder.Write("articles/now-public.md", Article("公開中", "formerly"));
        Assert.Empty((await other.Get<Import>().RunAsync(folder.Path, Ct)).Problems);
        folder.Write("articles/now-public.md", Article("公開中"));
        folder.Write("articles/formerly.md", Article("後の記事"));
        Assert.Empty((await other.Get<Import>().RunAsync(folder.Path, Ct)).Problems);
        await using var db = await other.DbAsync();
        Assert.Equal(2, await db.Addresses.Where(claim => claim.Address == "/articles/formerly/" || claim.Address == "/articles/now-public/").Select(claim => claim.ItemId).Distinct().CountAsync(Ct));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task An_import_delivers_the_files_that_its_public_items_use()
    {
        using var folder = new Folder();
        var other = new Installation(cluster) { Empty = true };
        await other.InitializeAsync();
        WriteSmallProgramme(folder);
        foreach (var name in new[] { "used", "unused" })
        {
            folder.Write($"media/{name}.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{name}</title></svg>");
            folder.Write($"media/{name}.svg.yaml", "alt: 図\n");
        }
        folder.Write("articles/now-public.md", Article("公開中") + "![図](/media/used.svg)\n");
        folder.Write("articles/later.draft.md", "---\ntitle: 下書き\n---\n\n![図](/media/unused.svg)\n");
        Assert.Empty((await other.Get<Import>().RunAsync(folder.Path, Ct)).Problems);
        await using var db = await other.DbAsync();
        Assert.Equal("used.svg", Assert.Single(await db.PublicMedia.ToListAsync(Ct)).Name);
        await other.DisposeAsync();
    }

    static string Article(string title, string? alias = null) =>
        $"---\ntitle: {title}\nsummary: 要約\nsection: office\ncategory: news\npublishAt: 2026-05-01T09:00:00+09:00\n{(alias is null ? "" : $"aliases:\n  - {alias}\n")}---\n\n本文\n";

    static void WriteSmallProgramme(Folder folder)
    {
        folder.Write("program.yaml", Installation.Program);
        folder.Write("sections/office.md", "---\ntitle: 事務局\ndepartment: 見本課\ntelephone: 028-000-0000\nemail: office@dx.example\nhours: 平日\npublishAt: 2026-05-01T09:00:00+09:00\n---\n");
        folder.Write("articles/now-public.md", "---\ntitle: 公開中\nsummary: 要約\nsection: office\ncategory: news\npublishAt: 2026-05-01T09:00:00+09:00\n---\n\n本文\n");
        folder.Write("articles/long-over.md", "---\ntitle: 終わったもの\nsummary: 要約\nsection: office\ncategory: news\npublishAt: 2026-04-01T09:00:00+09:00\nexpireAt: 2026-05-01T09:00:00+09:00\n---\n\n本文\n");
    }

    sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("kakehashi-folder-").FullName;

        public void Write(string path, string text)
        {
            var target = System.IO.Path.Combine(Path, path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }

        public SortedDictionary<string, string> Files() => new(
            Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).ToDictionary(file => System.IO.Path.GetRelativePath(Path, file), file => Convert.ToHexString(File.ReadAllBytes(file))),
            StringComparer.Ordinal);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
