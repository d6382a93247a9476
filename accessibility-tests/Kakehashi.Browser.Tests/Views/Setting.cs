namespace Kakehashi.Browser.Tests;

/// <summary>How a visitor has set up the browser.</summary>
public enum Setting
{
    Normal,

    /// <summary>Colours of the visitor's choice, as Windows' high contrast.</summary>
    ForcedColours,

    ReducedMotion,

    /// <summary>Text of twice the size by the browser's own setting; what is laid out in pixels does not follow.</summary>
    LargeText,

    /// <summary>Spaces as WCAG 1.4.12 has them.</summary>
    TextSpacing,

    Print,

    NoScript,
}
