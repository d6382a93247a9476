namespace Kakehashi.Content.Sealing;

/// <summary>Something sealed was damaged, cut short, forged, or never was one of ours. Nothing of its content may be used.</summary>
/// <param name="reason">What is wrong, in English, for the log; holds nothing of the content.</param>
public sealed class BrokenSealException(string reason, Exception? inner = null) : Exception(reason, inner);
