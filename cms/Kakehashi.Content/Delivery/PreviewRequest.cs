namespace Kakehashi.Content.Delivery;

/// <summary>What the CMS asks the site process to show: a draft among what is public.</summary>
/// <param name="Document">The draft.</param>
/// <param name="Program">Settings to show it with; null = those in force.</param>
/// <param name="Media">Files that the draft uses and the site may not have yet; may be empty.</param>
public sealed record PreviewRequest(ItemDocument Document, ProgramSettings? Program, IReadOnlyList<MediaFile> Media);
