namespace Kakehashi.Accessibility;

/// <summary>What a finding means for publication.</summary>
public enum Weight
{
    /// <summary>The page is not published.</summary>
    Error,

    /// <summary>The page is published when somebody has given a reason.</summary>
    Warning,

    /// <summary>Shown to the editor only.</summary>
    Advice,
}
