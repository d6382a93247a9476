namespace Kakehashi.Browser.Tests;

/// <summary>An event, a survey and an issue that take answers now, whenever the tests run; brought in beside the sample content.</summary>
public sealed class OpenCalls(RunningProgram program) : IAsyncLifetime
{
    private readonly string mark = Guid.NewGuid().ToString("N")[..8];
    private readonly string folder = Path.Join(Path.GetTempPath(), $"kakehashi-calls-{Guid.NewGuid():N}");

    /// <summary>Places for two.</summary>
    public string Event => $"call-event-{mark}";

    /// <summary>Anonymous.</summary>
    public string Survey => $"call-survey-{mark}";

    public string Issue => $"call-issue-{mark}";

    public async ValueTask InitializeAsync()
    {
        await RunningProcess.RunAsync("cp", "-r", Path.Join(Repository.Root, "content", "programs", "tochigi-platform"), folder);
        await WriteAsync($"events/{Event}.md", $"""
            title: 受付の確かめの会{mark}
            summary: 受付の仕組みを確かめるための集まりです。
            section: event-desk
            kind: seminar
            startsAt: {Day(30)}T13:00:00+09:00
            endsAt: {Day(30)}T15:00:00+09:00
            format: online
            capacity: 2
            fee: 0
            applyUntil: {Day(20)}T17:00:00+09:00
            applyByForm: true
            questions:
              - label: 聞きたいこと
                kind: longText
              - label: 参加の方法
                kind: choice
                required: true
                choices:
                  - 会場で
                  - オンラインで
            """);
        await WriteAsync($"surveys/{Survey}.md", $"""
            title: 受付の確かめのアンケート{mark}
            summary: 受付の仕組みを確かめるためのアンケートです。
            section: event-desk
            opensAt: {Day(-1)}T10:00:00+09:00
            closesAt: {Day(30)}T17:00:00+09:00
            anonymous: true
            questions:
              - label: 使いやすさ
                kind: choice
                required: true
                choices:
                  - よい
                  - ふつう
                  - わるい
              - label: 使った回数
                kind: number
              - label: ご意見
                kind: longText
            """);
        await WriteAsync($"issues/{Issue}.md", $"""
            title: 受付の確かめの課題{mark}
            summary: 受付の仕組みを確かめるための課題です。
            section: matching-desk
            stage: open
            owner: 架橋市 見本課
            fieldOfWork: administration
            area: central
            opensAt: {Day(-1)}T10:00:00+09:00
            deadline: {Day(30)}T17:00:00+09:00
            background: 背景です。
            presentState: 今の状況です。
            direction: 望む方向です。
            howToPropose: フォームから送ってください。
            """);
        await RunningProcess.RunAsync(Repository.Tool("kakehashi"), "import", "--content", folder, "--program", "tochigi-platform", "--data", program.Data);
        using var site = new SiteReader(program.Site);
        foreach (var address in new[] { $"/forms/event/{Event}/", $"/forms/survey/{Survey}/", $"/forms/proposal/{Issue}/" })
            await site.SaysAsync(address, "全3段階中1");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Task WriteAsync(string file, string frontMatter)
    {
        var path = Path.Join(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.WriteAllTextAsync(path, $"---\n{frontMatter.ReplaceLineEndings("\n")}\npublishAt: {Day(-2)}T10:00:00+09:00\n---\n\n確かめるための文です。\n");
    }

    private static string Day(int days) => $"{DateTimeOffset.UtcNow.AddDays(days).ToOffset(TimeSpan.FromHours(9)):yyyy-MM-dd}";
}
