namespace Kakehashi.Browser.Tests;

/// <summary>The working copy that these tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Tool(string name) => Path.Join(Root, "tools", name);

    private static string Find(string directory) =>
        File.Exists(Path.Join(directory, "Kakehashi.slnx")) ? directory
        : Find(Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("The tests must run from within the working copy."));
}
