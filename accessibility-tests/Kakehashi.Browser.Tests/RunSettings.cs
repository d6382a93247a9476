using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kakehashi.Browser.Tests;

/// <summary>What <c>tools/test</c> asks of this run.</summary>
static class RunSettings
{
    /// <summary>Every page in the browser, not only every kind and a drawn sample (<c>tools/test --full</c>).</summary>
    public static bool Full { get; } = Environment.GetEnvironmentVariable("KAKEHASHI_FULL") is "yes";

    /// <summary>Draws the sample: the day of the run, so that in time every page is looked at; KAKEHASHI_SEED repeats a run.</summary>
    public static string Seed { get; } = Environment.GetEnvironmentVariable("KAKEHASHI_SEED") is { Length: > 0 } seed ? seed
        : TimeProvider.System.GetUtcNow().AddHours(9).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>One of several, drawn for a thing: from day to day another one.</summary>
    public static T Draw<T>(string name, IReadOnlyList<T> among) => among[Convert.ToInt32(Lot(name)[..4], 16) % among.Count];

    /// <summary>Place of a thing in the draw: whoever has the list and the seed can draw the same ones, the smallest first.</summary>
    public static string Lot(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Seed + name)));
}
