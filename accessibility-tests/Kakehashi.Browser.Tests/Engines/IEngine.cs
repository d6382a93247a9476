namespace Kakehashi.Browser.Tests;

/// <summary>A browser of another make than Chromium, with one window.</summary>
interface IEngine : IAsyncDisposable
{
    /// <summary>Make and version, as the browser gives them.</summary>
    string Name { get; }

    /// <summary>The size nearest to this that the window can have.</summary>
    Task SizeAsync(Screen screen);

    Task GoAsync(string address);

    /// <summary>Presses the first element that the selector finds, and waits for the page that follows.</summary>
    Task FollowAsync(string selector);

    Task PressTabAsync();

    /// <param name="expression">JavaScript that gives a text.</param>
    Task<string> ReadAsync(string expression);
}
