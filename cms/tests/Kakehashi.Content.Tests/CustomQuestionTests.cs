using System.Text.Json.Nodes;
using Kakehashi.Content.Folder;
using Kakehashi.Content.Types;

namespace Kakehashi.Content.Tests;

public sealed class CustomQuestionTests
{
    const string File = """
        ---
        title: 使い勝手の調査
        questions:
          - label: 立場
            kind: choice
            required: true
            choices:
              - 企業
              - "true"
          - label: "ご意見: なんでも"
            kind: longText
            hint: 短くてもかまいません。
        publishAt: 2026-06-01T09:00:00+09:00
        ---

        """;

    [Fact]
    public void Questions_of_a_file_become_a_record_and_the_same_file_again()
    {
        var read = Samples.Read(File, "survey", "usability");
        Assert.Empty(read.Problems);
        var survey = (Survey)ContentType.Of<Survey>().ToItem(read.Document!);
        Assert.Equal([("立場", CustomQuestionKind.Choice, true, null), ("ご意見: なんでも", CustomQuestionKind.LongText, false, "短くてもかまいません。")],
            survey.Questions.Select(question => (question.Label, question.Kind, question.Required, question.Hint)));
        Assert.Equal(["企業", "true"], survey.Questions[0].Choices);
        Assert.Equal(File, FolderFile.Write(read.Document! with { Values = CanonicalValues.Of(ContentType.Of<Survey>(), read.Document!.Values) }));
    }

    [Fact]
    public void A_question_keeps_its_name_while_everything_but_its_words_changes()
    {
        var question = new CustomQuestion("満足度", CustomQuestionKind.Text);
        Assert.Equal("q-fe05c21c", question.Name);
        Assert.Equal(question.Name, (question with { Kind = CustomQuestionKind.Choice, Required = true, Hint = "説明", Choices = ["よい"] }).Name);
        Assert.NotEqual(question.Name, (question with { Label = "満足度。" }).Name);
    }

    [Theory]
    [InlineData("""[{"kind":"text"}]""", "1番目に、質問の文を")]
    [InlineData("""[{"label":"問","kind":"text"},{"label":"問","kind":"number"}]""", "同じ質問「問」が2度")]
    [InlineData("""[{"label":"問"}]""", "答え方を選んでください")]
    [InlineData("""[{"label":"問","kind":"file"}]""", "答え方を選んでください")]
    [InlineData("""[{"label":"問","kind":"choice","choices":["一つ"]}]""", "選択肢を2つ以上")]
    [InlineData("""[{"label":"問","kind":"choices","choices":["同じ","同じ"]}]""", "選択肢「同じ」が重なっています")]
    [InlineData("""[{"label":"問","kind":"choice","choices":"一つ"}]""", "1行に1つずつ")]
    [InlineData("""[{"label":"問","kind":"choice","choices":[1,2]}]""", "文字で入力")]
    [InlineData("""[{"label":"問\u0007","kind":"text"}]""", "使えない文字（U+0007）")]
    [InlineData("""[{"label":"問","kind":"choice","choices":["あ","い\u0000"]}]""", "使えない文字（U+0000）")]
    [InlineData("""[{"label":"問","kind":"text","required":"yes"}]""", "必須かどうか")]
    [InlineData("""[{"label":"問","kind":"text","hint":{"a":1}}]""", "説明は200字以内")]
    [InlineData("""["問"]""", "書き方が違います")]
    [InlineData("\"問\"", "書き方が違います")]
    public void Each_mistake_names_the_question_and_says_what_to_do(string json, string expected)
    {
        var values = new JsonObject { ["questions"] = JsonNode.Parse(json) };
        var (field, message) = Assert.Single(Validation.Check(ContentType.Of<Survey>(), values, Samples.Program, Validation.Strictness.Draft));
        Assert.Equal("questions", field.Name);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_questions_than_thirty_are_refused()
    {
        var values = new JsonObject { ["questions"] = new JsonArray([.. Enumerable.Range(0, 31).Select(i => new JsonObject { ["label"] = $"問{i}", ["kind"] = "text" })]) };
        Assert.Contains("30件まで", Assert.Single(Validation.Check(ContentType.Of<Survey>(), values, Samples.Program, Validation.Strictness.Draft)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  - { label: 問, kind: text, colour: red }", "「colour」という項目はありません")]
    [InlineData("  - { label: 問, kind: text, required: はい }", "true か false")]
    [InlineData("  - { label: 問, kind: choice, choices: 一つ }", "1行に1つずつ")]
    public void A_mistake_in_a_file_is_told_with_its_line(string line, string expected)
    {
        var problem = Assert.Single(Samples.Read($"---\ntitle: 調査\nquestions:\n{line}\n---\n", "survey").Problems);
        Assert.Equal(4, problem.Line);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }
}
