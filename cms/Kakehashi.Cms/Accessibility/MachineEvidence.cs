using System.Text.Json;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Cms.Accessibility;

/// <summary>機械の検査の結果: the file that <c>tools/evidence</c> writes, as somebody uploads it.</summary>
public static class MachineEvidence
{
    /// <summary>Some times what a sample of 60 pages with findings on each needs.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Reads an uploaded file.</summary>
    /// <returns>The test without what people add, or a Japanese sentence that says what to do.</returns>
    public static (ConformanceTest? Test, string? Problem) Read(string json)
    {
        var (test, problem) = ReadAny(json);
        if (test is null) return (null, problem);
        if (test.Assertions.Any(assertion => assertion.Mode != TestMode.Automatic))
            return (null, "人の判定が入っているファイルは読み込めません。tools/evidence が書き出したファイルを、そのまま選んでください。");
        return test.Tools.Count == 0
            ? (null, "検査に使った道具が書かれていません。tools/evidence が書き出したファイルを、そのまま選んでください。")
            : (test with { EndedOn = null, StatedOn = null, AssistiveTechnologies = [], Testers = [], Plans = [] }, null);
    }

    /// <summary>Reads any test and checks that everything in it can be stored, judged and shown.</summary>
    /// <inheritdoc cref="Read"/>
    public static (ConformanceTest? Test, string? Problem) ReadAny(string json)
    {
        ConformanceTest test;
        try
        {
            test = ConformanceTest.Read(json);
        }
        catch (JsonException exception)
        {
            return (null, $"試験の記録として読み取れません{(exception.LineNumber is { } line ? $"（{line + 1}行目）" : "")}。手で直さず、tools/evidence かCMSが書き出したファイルを選んでください。");
        }
        return TestFault.Of(test) is { } fault ? (null, $"{fault}手で直さず、tools/evidence かCMSが書き出したファイルを選んでください。") : (test, null);
    }
}
