using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Accessibility.Tests.Evidence;

public sealed class TestFaultTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private static readonly ConformanceTest Good = new(
        2026, Day, null, null, new("https://dx.example/"), 2, new("1", [new("/", "トップページ")], ["/b/"]), [], [], ["HTML"], [],
        [new("/", "1.1.1", TestMode.Automatic, Outcome.Passed, "axe 4", Day), new(null, "2.4.5", TestMode.Manual, Outcome.Passed, "事務局", Day)], []);

    public static TheoryData<string, ConformanceTest> Faulty => new()
    {
        { "達成基準「9.9.9」がありません", Good with { Assertions = [Good.Assertions[0] with { Criterion = "9.9.9" }] } },
        { "試験するページにない「/c/」", Good with { Assertions = [Good.Assertions[0] with { Page = "/c/" }] } },
        { "ページのアドレス「//other.example/」", Good with { Sample = new("1", [], ["//other.example/"]) } },
        { "「準拠」という言葉", Good with { Assertions = [Good.Assertions[0] with { Note = "準拠しています。" }] } },
        { "「準拠」という言葉", Good with { Plans = [new("1.1.1", "準拠させます。", Day)] } },
        { "「準拠」という言葉", Good with { Testers = ["準拠係"] } },
        { "値のない項目", Good with { Testers = [null!] } },
        { "値のない項目", Good with { Sample = Good.Sample with { Processes = [null!] } } },
        { "値のない項目", Good with { Sample = Good.Sample with { Processes = [new("申し込む", [null!])] } } },
        { "「準拠」という言葉", Good with { Sample = Good.Sample with { Processes = [new("準拠", [new("/b/#done", "完了の画面", "送ると出ます。")])] } } },
        { "ページのアドレス「//other.example/#done」", Good with { Sample = Good.Sample with { Processes = [new("申し込む", [new("//other.example/#done", "完了の画面", "送ると出ます。")])] } } },
    };

    [Fact]
    public void Test_that_goes_on_has_no_fault() => Assert.Null(TestFault.Of(Good));

    [Theory, MemberData(nameof(Faulty))]
    public void Fault_is_told_in_a_sentence(string expected, ConformanceTest test)
    {
        var fault = TestFault.Of(test);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.EndsWith("。", fault, StringComparison.Ordinal);
    }
}
