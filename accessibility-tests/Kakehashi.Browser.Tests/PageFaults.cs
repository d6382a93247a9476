namespace Kakehashi.Browser.Tests;

/// <summary>Faults of many pages. A fault of the theme is on every page: each is told once.</summary>
sealed class PageFaults
{
    private readonly List<(string Fault, string Page)> faults = [];

    public void Add(string page, IEnumerable<string> found) => faults.AddRange(found.Select(fault => (fault, page)));

    public void AssertNone()
    {
        var told = faults.GroupBy(fault => fault.Fault, fault => fault.Page).Select(same => $"{same.Key}\n      on {same.Count()} pages: {string.Join(' ', same.Take(5))}");
        Assert.True(faults.Count == 0, string.Join('\n', told));
    }
}
