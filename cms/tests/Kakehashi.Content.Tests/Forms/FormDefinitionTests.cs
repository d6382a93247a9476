using System.Text.Json;
using System.Text.RegularExpressions;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;

namespace Kakehashi.Content.Tests.Forms;

public partial class FormDefinitionTests
{
    public static TheoryData<string> Names => [.. AnswerReadingTests.AllForms().Select(form => form.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Names_are_ASCII_and_unique(string name)
    {
        var form = Form(name);
        Assert.Matches(AsciiName(), form.Name);
        Assert.All(form.AllQuestions(), question => Assert.Matches(AsciiName(), question.Name));
        foreach (var answers in form.Groups.GroupBy(group => group.Repeat?.Name ?? ""))
            Assert.Distinct(answers.SelectMany(group => group.Questions).Select(question => question.Name));
    }

    [Theory, MemberData(nameof(Names))]
    public void Who_gives_personal_data_learns_what_for_and_agrees(string name)
    {
        var form = Form(name);
        var asksPerson = form.AllQuestions().Any(question => question.Kind is QuestionKind.PersonName or QuestionKind.Telephone);
        if (!asksPerson) return;
        Assert.NotNull(form.Privacy);
        Assert.Contains(form.AllQuestions(), question => question is { Name: "consent", Required: true, Kind: QuestionKind.Agreement });
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_is_agreed_to_beforehand_and_every_choice_has_choices(string name) => Assert.All(Form(name).AllQuestions(), question =>
        Assert.Equal(question.Kind is QuestionKind.Choice or QuestionKind.Choices, question.Choices.Count > 0));

    [Theory, MemberData(nameof(Names))]
    public void The_acknowledgement_goes_to_a_question_of_the_form(string name)
    {
        var form = Form(name);
        if (form.ReplyTo is { } reply) Assert.Contains(form.AllQuestions(), question => question.Name == reply && question.Kind == QuestionKind.Email);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_definition_survives_being_frozen(string name)
    {
        var json = JsonSerializer.Serialize(Form(name), ContentJson.Options);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<FormDefinition>(json, ContentJson.Options), ContentJson.Options));
    }

    [Fact]
    public void A_seed_form_asks_for_all_that_a_seed_needs()
    {
        var form = SeedRegistration.For(Samples.Program);
        foreach (var field in ContentType.Of<Seed>().Fields.Where(field => field.Required && field.Name is not ("member" or "section")))
            Assert.Contains(form.AllQuestions(), question => question.Name == field.Name && question.Required && question.Max <= field.Max);
    }

    [Fact]
    public void A_registration_asks_for_all_that_a_member_needs()
    {
        var asked = MemberRegistration.For(Samples.Program).AllQuestions().ToList();
        foreach (var (field, question) in new[] { ("title", "organisation"), ("kana", "organisation-kana"), ("kind", "kind"), ("area", "area"), ("summary", "summary"), ("laboratory", "laboratory"), ("strengths", "strengths"), ("website", "website") })
        {
            var (of, by) = (ContentType.Of<Member>().Field(field)!, asked.Single(found => found.Name == question));
            Assert.True(by.Public && by.Max <= of.Max && (by.Required || !of.Required), field);
        }
    }

    [Fact]
    public void Every_form_has_a_name_in_the_queue() =>
        Assert.All(AnswerReadingTests.AllForms(), form => Assert.True(FormCatalogue.Labels.ContainsKey(form.Name), form.Name));

    static FormDefinition Form(string name) => AnswerReadingTests.AllForms().Single(form => form.Name == name);

    [GeneratedRegex(@"^[a-z][a-zA-Z0-9-]*\z")]
    private static partial Regex AsciiName();
}
