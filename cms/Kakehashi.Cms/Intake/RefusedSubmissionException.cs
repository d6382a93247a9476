namespace Kakehashi.Cms.Intake;

/// <summary>Something opened, but is not what an honest forms process writes.</summary>
/// <param name="what">In English, for the operator; holds nothing that was answered.</param>
public sealed class RefusedSubmissionException(string what, Exception? inner = null) : Exception(what, inner);
