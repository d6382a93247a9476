using System.Xml.Linq;

namespace Kakehashi.Architecture.Tests;

/// <summary>Holds the table of the house: what each part may know of. A new arrow is a decision record, then a change here.</summary>
public sealed class ArrowTests
{
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Kakehashi.Content"] = [],
        ["Kakehashi.Accessibility"] = [],
        ["Kakehashi.Server"] = [],
        ["Kakehashi.Themes"] = ["Kakehashi.Content"],
        ["Kakehashi.Cms"] = ["Kakehashi.Content", "Kakehashi.Accessibility"],
        ["Kakehashi.Site"] = ["Kakehashi.Content", "Kakehashi.Themes", "Kakehashi.Accessibility"],
        ["Kakehashi.Forms"] = ["Kakehashi.Content", "Kakehashi.Themes"],
        ["kakehashi"] = ["Kakehashi.Accessibility", "Kakehashi.Cms", "Kakehashi.Content", "Kakehashi.Forms", "Kakehashi.Server", "Kakehashi.Site", "Kakehashi.Themes"],
    };

    public static TheoryData<string> Parts => [.. Allowed.Keys];

    [Theory, MemberData(nameof(Parts))]
    public void A_part_refers_only_to_what_the_table_allows(string part)
    {
        var (path, project) = Projects().Single(pair => NameOf(pair.Path, pair.Project) == part);
        var references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.All(references, reference => Assert.True(Allowed[part].Contains(reference), $"{path} refers to {reference}."));
    }

    [Fact]
    public void Every_part_of_the_product_stands_in_the_table()
    {
        var parts = Projects().Select(pair => NameOf(pair.Path, pair.Project)).Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal));

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), parts.Except(["Kakehashi.Migrations", "Kakehashi.Bench"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Content_holds_no_code() =>
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(Root, "content"), "*", SearchOption.AllDirectories),
            file => Path.GetExtension(file) is ".cs" or ".csproj" or ".razor" or ".js" or ".sh");

    [Fact]
    public void Content_does_no_input_or_output()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "cms", "Kakehashi.Content"), "*.cs", SearchOption.AllDirectories);
        string[] forbidden = ["File.Read", "File.Write", "File.Open", "Directory.", "HttpClient", "DateTime.Now", "DateTimeOffset.UtcNow", "DateTimeOffset.Now", "DateTime.UtcNow"];

        Assert.All(sources, source => Assert.DoesNotContain(forbidden, word => File.ReadAllText(source).Contains(word, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("Thread.Sleep")]
    public void Product_code_takes_time_only_from_TimeProvider(string word)
    {
        var sources = new[] { "cms", "site", "themes", "accessibility-tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains(".Tests", StringComparison.Ordinal) && !file.Contains("Migrations", StringComparison.Ordinal));

        Assert.All(sources, source => Assert.False(File.ReadAllText(source).Contains(word, StringComparison.Ordinal), $"{source} uses {word}."));
    }

    // A page cannot claim what no evidence says: the word comes from one type, which takes it from a conclusion.
    [Fact]
    public void The_word_of_conformance_is_written_in_one_place()
    {
        var sources = new[] { "site/Kakehashi.Site", "themes/Kakehashi.Themes", "accessibility-tests/Kakehashi.Accessibility" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".json");

        Assert.Equal(["Claim.cs"], sources.Where(file => File.ReadAllText(file).Contains("準拠", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)!));
    }

    static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    static string FindRoot(string from) =>
        File.Exists(Path.Combine(from, "Kakehashi.slnx")) ? from : FindRoot(Path.GetDirectoryName(from) ?? throw new DirectoryNotFoundException("Kakehashi.slnx"));

    static IEnumerable<(string Path, XDocument Project)> Projects() =>
        Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/artifacts/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(path => (path, XDocument.Load(path)));

    static string NameOf(string path, XDocument project) =>
        project.Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(path);
}
