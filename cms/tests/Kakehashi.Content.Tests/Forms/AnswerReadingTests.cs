using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;

namespace Kakehashi.Content.Tests.Forms;

public class AnswerReadingTests
{
    static readonly FormDefinition Event = EventApplication.For(Samples.Program, new Event { Title = "説明会", Capacity = 10 }, []);

    static readonly FormDefinition Proposal = SolutionProposal.For(Samples.Program, new Issue { Title = "橋の点検" });

    [Fact]
    public void Every_missing_answer_is_named_in_the_order_of_the_form()
    {
        var mistakes = Read(Inquiry.For(Samples.Program), []).Mistakes;
        Assert.Equal(["a.topic", "a.message", "a.person.name", "a.email", "a.consent"], mistakes.Select(mistake => mistake.Field));
    }

    [Fact]
    public void A_group_that_may_be_repeated_is_read_entry_by_entry()
    {
        var read = Read(Event, new()
        {
            ["a.participants.0.person.name"] = "見本 一", ["a.participants.0.person.kana"] = "ミホン　ハジメ",
            ["a.participants.1.person.name"] = "", ["a.email"] = "a@site.example", ["a.consent"] = "true",
        });
        Assert.Equal("a.participants.1.person.name", Assert.Single(read.Mistakes).Field);
        Assert.Equal("みほん　はじめ", (string?)read.Values["participants"]![0]!["person"]!["kana"]);
    }

    [Fact]
    public void Nobody_can_ask_for_more_entries_than_the_form_allows() =>
        Assert.Equal(EventApplication.MostParticipants, ((JsonArray)Read(Event, new() { ["a.participants.999999999.person.name"] = "x" }).Values["participants"]!).Count);

    [Fact]
    public void A_member_is_not_asked_what_only_newcomers_answer()
    {
        Assert.DoesNotContain(Read(Proposal, new() { ["a.membership"] = "member" }).Mistakes, mistake => mistake.Field is "a.area" or "a.rules");
        Assert.Contains(Read(Proposal, new() { ["a.membership"] = "new" }).Mistakes, mistake => mistake.Field == "a.area");
    }

    [Fact]
    public void A_choice_that_was_not_offered_is_refused() =>
        Assert.Contains(Read(Inquiry.For(Samples.Program), new() { ["a.topic"] = "<script>" }).Mistakes, mistake => mistake.Field == "a.topic" && mistake.Message.Contains("選び直して", StringComparison.Ordinal));

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\uD800b")]
    [InlineData("a\r\nBcc: x@site.example")]
    public void Characters_that_nobody_can_see_are_pointed_out(string typed) =>
        Assert.Contains(Read(Event, new() { ["a.participants.0.person.name"] = typed }).Mistakes, mistake => mistake.Message.Contains("2文字目", StringComparison.Ordinal));

    [Fact]
    public void Answers_go_back_into_fields_and_say_the_same_again() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Typed().ToArbitrary(), typed =>
        {
            foreach (var form in AllForms())
            {
                var first = AnswerReading.Read(form, typed, _ => 0);
                var again = AnswerReading.Read(form, AnswerFields.Of(form, first.Values), _ => 0);
                foreach (var (name, value) in first.Values)
                    if (value is not JsonArray { Count: > 0 } list || list[0] is not JsonObject) Assert.Equal(value!.ToJsonString(), again.Values[name]?.ToJsonString());
                Assert.All(AnswerText.Of(form, first.Values), line => Assert.NotNull(line.Lines));
            }
        }));

    static Gen<PostedFields> Typed()
    {
        var keys = AllForms().SelectMany(form => form.Groups.SelectMany(group => group.Questions.SelectMany(question =>
        {
            var key = group.Repeat is { } repeat ? AnswerFields.Key(repeat, 0, question.Name) : AnswerFields.Key(question.Name);
            return question.Kind == QuestionKind.PersonName ? new[] { key + ".name", key + ".kana" } : [key];
        }))).Distinct().ToArray();
        var text = Gen.OneOf(
            Gen.Elements("", "true", "new", "member", "info@site.example", "０２８-０００-００００", "あ、い,う", "カナ", "2026-12-01", "１２", "<b>", "\u0000", "　 ", "\n\nx\n"),
            ArbMap.Default.GeneratorFor<string>().Select(generated => generated ?? ""));
        var field = from key in Gen.Elements(keys) from value in text select (key, value);
        return field.ListOf().Select(pairs =>
        {
            var fields = new PostedFields();
            foreach (var (key, value) in pairs) fields.Add(key, value);
            return fields;
        });
    }

    internal static IEnumerable<FormDefinition> AllForms() => [.. FormCatalogue.For(Samples.Program), Event, Proposal, SurveyAnswer.For(Samples.Program, "アンケート", false, [new Question("q", "感想", QuestionKind.LongText)])];

    static Answers Read(FormDefinition form, Dictionary<string, string> typed)
    {
        var fields = new PostedFields();
        foreach (var (key, value) in typed) fields.Add(key, value);
        return AnswerReading.Read(form, fields, _ => 0);
    }
}
