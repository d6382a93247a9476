using System.Text.Json;

namespace Kakehashi.Browser.Tests;

/// <summary>The Nu HTML checker, over whole folders of HTML.</summary>
static class Nu
{
    public const string Name = "Nu HTML checker";

    public static string Version { get; } = CheckerPackages.Version("vnu-jar");

    /// <summary>Errors in every HTML file of a folder; remarks and warnings are left out.</summary>
    /// <returns>Errors grouped by message, with file and line of each place; empty when nothing was found.</returns>
    public static async Task<IReadOnlyList<Violation>> CheckAsync(string folder)
    {
        var output = await RunningProcess.RunAsync("java", "-Xss1m", "-jar", CheckerPackages.File("vnu-jar", "build", "dist", "vnu.jar"),
            "--skip-non-html", "--errors-only", "--exit-zero-always", "--format", "json", "--stdout", folder);
        using var report = JsonDocument.Parse(output);
        return [.. report.RootElement.GetProperty("messages").EnumerateArray()
            .GroupBy(message => message.GetProperty("message").GetString()!, StringComparer.Ordinal)
            .Select(same => new Violation("html", null, same.Key, [.. same.Select(Place)]))];
    }

    private static string Place(JsonElement message) =>
        $"{message.GetProperty("url").GetString()}:{(message.TryGetProperty("lastLine", out var line) ? line.GetInt32() : 1)}  {(message.TryGetProperty("extract", out var extract) ? extract.GetString() : "")}";
}
