using Kakehashi.Accessibility.Evidence;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>What a form answered at one step, kept so that every check can look at it.</summary>
/// <param name="Headers">Of the answer, without those about how it was sent.</param>
sealed record FormAnswer(ProcessStep Step, byte[] Html, IReadOnlyDictionary<string, string> Headers);

/// <summary>Goes through a form of the theme as a visitor does: sends it empty, fills in what is required, checks it, and sends it where that is allowed.</summary>
/// <param name="page">In a browser of its own.</param>
/// <param name="send">Whether to send at the end; what arrives then is a real submission.</param>
sealed class FormWalk(IPage page, bool send)
{
    private const string Confirm = "main form button[name=step][value=confirm]:not([aria-hidden=true])";
    private const string Send = "main form button[name=step][value=send]:not([aria-hidden=true])";
    private const int MostTries = 40;

    // Fragments that tell the steps apart, in their order.
    private static readonly string[] Steps = ["#error", "#confirm", "#done"];

    // Every answer is plainly none of a person; visible and required fields alone.
    private const string Fill = """
        () => {
          const chosen = new Set();
          const seen = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true]');
          const kana = element => /ふりがな|かな/.test(element.labels?.[0]?.textContent ?? '');
          for (const field of document.querySelectorAll('main form :is(input, select, textarea)')) {
            if (!field.required || !seen(field) || field.disabled) continue;
            if (field.type === 'radio') { if (!chosen.has(field.name)) { chosen.add(field.name); field.checked = true; } }
            else if (field.type === 'checkbox') field.checked = true;
            else if (field.localName === 'select') field.value = [...field.options].find(option => option.value)?.value ?? '';
            else if (field.inputMode === 'email' || field.autocomplete === 'email') field.value = 'shiken@visitor.example';
            else if (field.type === 'tel' || field.inputMode === 'tel') field.value = '028-000-0000';
            else if (/postal-code/.test(field.autocomplete) || /郵便番号/.test(field.labels?.[0]?.textContent ?? '')) field.value = '3200000';
            else if (field.type === 'url' || field.inputMode === 'url') field.value = 'https://visitor.example/';
            else if (field.inputMode === 'numeric' || field.type === 'number') field.value = '1';
            else if (kana(field)) field.value = 'しけん';
            else field.value = '試験のための入力です。';
          }
        }
        """;

    /// <summary>Place of a page among the steps of its form; -1 = the first page.</summary>
    public static int RankOf(string page) => Array.FindIndex(Steps, step => page.EndsWith(step, StringComparison.Ordinal));

    /// <param name="address">Absolute address of the form's first page.</param>
    /// <param name="path">The same root-relative.</param>
    /// <returns>What came after the first page, in order; empty where the form takes nothing here.</returns>
    public async Task<IReadOnlyList<FormAnswer>> WalkAsync(string address, string path)
    {
        var answers = new List<FormAnswer>();
        await page.GotoAsync(address);
        if (await page.Locator(Confirm).CountAsync() > 0)
        {
            if (await PressAsync(Confirm, "エラー：", new ProcessStep(path + Steps[0], "入力の誤りの画面", "入力の画面で、何も入れずに送ると出ます。")) is not { } errors)
                return [];
            answers.Add(errors);
            await page.GotoAsync(address);
            await page.EvaluateAsync(Fill);
            if (await PressAsync(Confirm, "確認：", new ProcessStep(path + Steps[1], "確認の画面", "入力の画面で、必須の項目をすべて入れて送ると出ます。")) is not { } check)
                return answers;
            answers.Add(check);
        }
        // Who is too quick for a visitor is asked to press once more.
        for (var i = 0; send && i < MostTries && await page.Locator(Send).CountAsync() > 0; i++)
            if (await PressAsync(Send, "完了：", new ProcessStep(path + Steps[2], "完了の画面", "確認の画面で送ると出ます。")) is { } done)
                return [.. answers, done];
        return answers;
    }

    private async Task<FormAnswer?> PressAsync(string button, string title, ProcessStep step)
    {
        var response = await page.RunAndWaitForResponseAsync(() => page.Locator(button).First.ClickAsync(), response => response.Request.IsNavigationRequest);
        await page.WaitForLoadStateAsync();
        if (!(await page.TitleAsync()).StartsWith(title, StringComparison.Ordinal))
            return null;
        string[] sending = ["content-length", "content-encoding", "transfer-encoding"];
        return new(step, await response.BodyAsync(), response.Headers.Where(header => !sending.Contains(header.Key)).ToDictionary(StringComparer.Ordinal));
    }
}
