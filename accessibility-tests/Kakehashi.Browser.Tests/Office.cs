using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kakehashi.Browser.Tests;

/// <summary>What the secretariat does with what visitors sent.</summary>
static class Office
{
    private static readonly TimeSpan FilingLimit = TimeSpan.FromSeconds(30);

    /// <summary>Looks for a receipt number until it has been filed, and opens it.</summary>
    /// <param name="step">What must be possible then; null = only to read it.</param>
    public static async Task OpenSubmissionAsync(this Staff office, string receipt, string? step = null)
    {
        await Eventually.CompleteAsync(
            async () =>
            {
                await office.GoAsync("/submissions");
                await office.Text("受付番号、またはメールアドレス").FillAsync(receipt);
                await office.PressAsync("探す");
                return await office.Heading("届いた内容").CountAsync() == 1 && (step is null || await office.Link(step).CountAsync() > 0) ? null : $"{receipt} is not in the queue:\n{await office.Page.GetByRole(AriaRole.Main).InnerTextAsync()}";
            },
            FilingLimit);
        await Expect(office.Page.GetByText(receipt).First).ToBeVisibleAsync();
    }
}
