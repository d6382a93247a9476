namespace Kakehashi.Accessibility;

/// <summary>A rule whose findings in plain words a machine can put right, where nothing has to be judged for that.</summary>
public interface IMendText
{
    /// <summary>The text with what the rule finds put right. What the rule does not find, and what a machine cannot decide, stays as it is; once mended, nothing changes any more.</summary>
    /// <param name="text">One paragraph, cell or heading, without mark-up. U+FFFC stands for something that is no text, and is kept.</param>
    string Mend(string text);
}
