using System.Security.Cryptography;
using System.Text;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Frame;
using Kakehashi.Content;

namespace Kakehashi.Cms.Accessibility;

/// <summary>試験の記録: what people add about a whole test, as it is typed.</summary>
/// <param name="Base"><see cref="VersionOf"/> of the test that the screen showed.</param>
/// <param name="Started">As typed.</param>
/// <param name="Ended">As typed; empty = goes on.</param>
/// <param name="Testers">One part or office on each line.</param>
/// <param name="Technologies">One web technology on each line.</param>
/// <param name="Assistive">Rows as typed; empty rows do not count.</param>
/// <param name="Plans">Criterion, action and due day as typed; empty ones do not count.</param>
public sealed record TestDetails(
    string Base, string Started, string Ended, string Testers, string Technologies,
    IReadOnlyList<AssistiveTechnology> Assistive, IReadOnlyList<(string Criterion, string Action, string Due)> Plans)
{
    const int MaxLine = 200;
    const int MaxLines = 50;
    const int MaxAction = 1_000;

    /// <summary>The record as a form shows it.</summary>
    /// <param name="test">With what people judged, so that every criterion that is not met asks for a plan.</param>
    public static TestDetails Of(ConformanceTest machine, ConformanceTest test) => new(
        VersionOf(machine), JapaneseTime.Words(machine.StartedOn), machine.EndedOn is { } ended ? JapaneseTime.Words(ended) : "",
        string.Join('\n', machine.Testers), string.Join('\n', machine.Technologies), machine.AssistiveTechnologies,
        [
            .. StatedEditions.FailedIn(test).Select(failed => failed.Criterion.Number).Union(machine.Plans.Select(plan => plan.Criterion)).OrderBy(Version.Parse)
                .Select(criterion => (criterion, machine.Plans.FirstOrDefault(plan => plan.Criterion == criterion))).Select(pair => (pair.criterion, pair.Item2?.Action ?? "", pair.Item2 is { } plan ? JapaneseTime.Words(plan.Due) : "")),
        ]);

    /// <summary>Reads the form as it was sent.</summary>
    public static TestDetails Read(IFormCollection form) => new(
        form["base"].ToString(), Line(form, "started"), Line(form, "ended"), Lines(form, "testers"), Lines(form, "technologies"),
        [.. Rows(form, "at").Select(row => new AssistiveTechnology(Line(form, $"at.{row}.name"), Line(form, $"at.{row}.version"), Line(form, $"at.{row}.browser"), Line(form, $"at.{row}.system")))],
        [.. form["plan"].OfType<string>().Distinct(StringComparer.Ordinal).Take(100).Select(criterion => (criterion, Lines(form, $"plan.{criterion}.action"), Line(form, $"plan.{criterion}.due")))]);

    /// <summary>Tells one state of a record from another.</summary>
    public static string VersionOf(ConformanceTest machine) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(machine.Write())))[..16];

    /// <summary>The test with these details, or what is to be mended first.</summary>
    public (ConformanceTest Test, IReadOnlyList<Mistake> Mistakes) Apply(ConformanceTest machine, DateOnly today)
    {
        var mistakes = new List<Mistake>();
        var started = DayOf("started", Started, "試験を始めた日", mistakes) ?? machine.StartedOn;
        var ended = Ended.Length > 0 ? DayOf("ended", Ended, "試験を終えた日", mistakes) : null;
        if (started > today) mistakes.Add(new("started", "試験を始めた日は、今日までの日にしてください。"));
        if (ended > today) mistakes.Add(new("ended", "試験を終えた日は、今日までの日にしてください。"));
        if (ended < started) mistakes.Add(new("ended", "試験を終えた日は、始めた日より後にしてください。"));
        var (testers, technologies) = (Split("testers", Testers, "試験した部署や役割", mistakes), Split("technologies", Technologies, "ウェブの技術", mistakes));
        if (technologies.Count == 0) mistakes.Add(new("technologies", "サイトが使っているウェブの技術を入れてください。例：HTML"));
        if (TestWords.Claims(Testers)) mistakes.Add(new("testers", $"試験した部署や役割に「{Claim.Word}」と書かないでください。証拠から決まる言葉です。"));
        var assistive = ReadAssistive(mistakes);
        var plans = ReadPlans(mistakes);
        return (machine with { StartedOn = started, EndedOn = ended, Testers = testers, Technologies = technologies, AssistiveTechnologies = assistive, Plans = plans }, mistakes);
    }

    List<AssistiveTechnology> ReadAssistive(List<Mistake> mistakes)
    {
        var read = new List<AssistiveTechnology>();
        foreach (var (one, row) in Assistive.Select((one, row) => (one, row)))
        {
            string[] parts = [one.Name, one.Version, one.Browser, one.System];
            if (parts.All(part => part.Length == 0)) continue;
            if (parts.Any(part => part.Length == 0)) mistakes.Add(new($"at.{row}.name", $"{row + 1}番目の支援技術は、名前、版、ブラウザー、OSのすべてを入れてください。使わなかったときは、4つとも空にしてください。"));
            else if (parts.Any(part => part.Length > MaxLine)) mistakes.Add(new($"at.{row}.name", $"{row + 1}番目の支援技術は、それぞれ{MaxLine}文字までにしてください。"));
            else if (read.Contains(one)) mistakes.Add(new($"at.{row}.name", $"{row + 1}番目の支援技術は、前と同じです。どちらかを消してください。"));
            else read.Add(one);
        }
        return read;
    }

    List<Plan> ReadPlans(List<Mistake> mistakes)
    {
        var read = new List<Plan>();
        foreach (var (criterion, action, due) in Plans.Where(plan => plan.Action.Length > 0 || plan.Due.Length > 0))
        {
            if (StatedEditions.Criteria.All(known => known.Number != criterion)) continue;
            var day = DayOf($"plan.{criterion}.due", due, $"{criterion}の対応を終える日", mistakes);
            if (action.Length is 0 or > MaxAction) mistakes.Add(new($"plan.{criterion}.action", $"{criterion}の今後の対応を、{MaxAction}文字までで入れてください。"));
            else if (TestWords.Claims(action)) mistakes.Add(new($"plan.{criterion}.action", $"{criterion}の今後の対応に「{Claim.Word}」と書かないでください。証拠から決まる言葉です。"));
            else if (day is { } until) read.Add(new Plan(criterion, action, until));
        }
        return read;
    }

    static DateOnly? DayOf(string field, string text, string label, List<Mistake> mistakes)
    {
        if (JapaneseInput.Date(text) is { Year: >= 2000 and < 2200 } day) return day;
        mistakes.Add(new(field, $"{label}を、2026年10月1日の形で入れてください。"));
        return null;
    }

    static List<string> Split(string field, string text, string label, List<Mistake> mistakes)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (lines.Count > MaxLines || lines.Any(line => line.Length > MaxLine)) mistakes.Add(new(field, $"{label}は、1行{MaxLine}文字まで、{MaxLines}行までにしてください。"));
        return lines;
    }

    static IEnumerable<int> Rows(IFormCollection form, string list) => Enumerable.Range(0, MaxLines).TakeWhile(row => form.ContainsKey($"{list}.{row}.name"));

    static string Line(IFormCollection form, string name) => Clean(form[name].ToString()).Replace('\n', ' ').Trim();

    static string Lines(IFormCollection form, string name) => Clean(form[name].ToString()).Trim();

    static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter)));
}
