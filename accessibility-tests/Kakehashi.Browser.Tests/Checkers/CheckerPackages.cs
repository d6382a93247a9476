using System.Text.Json;

namespace Kakehashi.Browser.Tests;

/// <summary>The npm packages of <c>accessibility-tests/checkers</c>, put there by <c>tools/test</c>.</summary>
static class CheckerPackages
{
    private static readonly string Folder = Path.Join(Repository.Root, "accessibility-tests", "checkers", "node_modules");

    public static string File(params ReadOnlySpan<string> parts)
    {
        var file = Path.Join([Folder, .. parts]);
        return System.IO.File.Exists(file) ? file : throw new FileNotFoundException($"{file} is missing: run tools/test, which installs the checkers.");
    }

    public static string Version(string package) =>
        JsonDocument.Parse(System.IO.File.ReadAllText(File(package, "package.json"))).RootElement.GetProperty("version").GetString()!;
}
