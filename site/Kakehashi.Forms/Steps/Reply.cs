using Kakehashi.Themes.Models;

namespace Kakehashi.Forms.Steps;

/// <summary>A page and its status.</summary>
internal readonly record struct Reply(int Status, PageModel Page);
