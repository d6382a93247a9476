using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Preview;
using Kakehashi.Content;

namespace Kakehashi.Cms.Accessibility;

/// <summary>The screen of one test.</summary>
/// <param name="Open">The test.</param>
/// <param name="Conclusions">As it would be stated if it were published now; one for each of <see cref="StatedEditions.All"/>.</param>
/// <param name="Worksheet">What people have to judge.</param>
/// <param name="Titles">Titles of public pages by address; empty where the site process cannot be asked.</param>
/// <param name="KnowsSite">Whether the site process said which pages are public now.</param>
public sealed record TestModel(OpenTest Open, IReadOnlyList<Conclusion> Conclusions, Worksheet Worksheet, IReadOnlyDictionary<string, string> Titles, bool KnowsSite);

/// <summary>Gathers the screen of one test.</summary>
public sealed class TestView(TestQueries queries, PreviewClient site, TimeProvider time)
{
    /// <param name="mistakes">Why the last action was not done; may be empty.</param>
    public async Task<IResult> ShowAsync(int fiscalYear, IReadOnlyList<Mistake> mistakes, CancellationToken ct)
    {
        if (await queries.FindAsync(fiscalYear, ct) is not { } open) return Pages.Failure(StatusCodes.Status404NotFound);
        var today = JapaneseTime.DateOf(time.GetUtcNow());
        var published = await site.PagesAsync(ct);
        var stated = open.Test is { EndedOn: not null } test ? test with { StatedOn = today } : open.Test;
        return Pages.Show<TestScreen>(
            new
            {
                Model = new TestModel(
                    open, [.. StatedEditions.All.Select(set => Conclusion.Of(stated, set, today, page => published?.ContainsKey(page) ?? true))], Worksheet.Of(open),
                    published ?? new Dictionary<string, string>(), published is not null),
                Mistakes = mistakes,
            },
            mistakes.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
