using Kakehashi.Cli.Up;

namespace Kakehashi.Cli.Commands;

/// <summary>Where the project and its programmes are: <c>KAKEHASHI_ROOT</c>, which <c>tools/kakehashi</c> sets, or the current directory.</summary>
static class ProgramFolder
{
    public static string Root => Path.GetFullPath(Environment.GetEnvironmentVariable("KAKEHASHI_ROOT") is { Length: > 0 } root ? root : ".");

    /// <summary>Folder of a programme.</summary>
    /// <exception cref="SetupException">There is none of that name; the message lists those that are.</exception>
    public static string Find(string program)
    {
        var programs = Path.Combine(Root, "content", "programs");
        var found = Path.Combine(programs, program);
        if (File.Exists(Path.Combine(found, "program.yaml"))) return found;
        string[] folders = Directory.Exists(programs) ? Directory.GetDirectories(programs) : [];
        var names = folders.Select(Path.GetFileName).Order(StringComparer.Ordinal);
        throw new SetupException($"プログラム「{program}」が {programs} にありません。次から選んでください：{string.Join("、", names)}");
    }
}
