using System.Net;
using Kakehashi.Cms.Editing;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Microsoft.Extensions.Primitives;

namespace Kakehashi.Cms.Tests.Screens;

/// <summary>Custom questions are added, ordered and taken away with buttons alone.</summary>
public sealed class QuestionRowsTests(StaffHost host) : IClassFixture<StaffHost>
{
    [Fact]
    public async Task An_editor_writes_questions_without_script_and_loses_nothing_on_the_way()
    {
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/items/surveys/new");
        Assert.Empty(editor.Page.QuerySelectorAll(".question"));

        await editor.SubmitAsync("質問を加える", ("title", "使い勝手の調査"));
        Assert.Equal("使い勝手の調査", editor.ValueOf("title"));
        await editor.SubmitAsync("質問を加える", ("questions.0.label", "立場"), ("questions.0.kind", "choice"), ("questions.0.choices", "企業\n 大学 \n\n"));
        await editor.SubmitAsync("質問を加える", ("questions.1.label", "ご意見"), ("questions.1.kind", "longText"));
        await editor.SubmitAsync("前へ");
        Assert.Equal("ご意見", editor.ValueOf("questions.0.label"));
        Assert.Equal("longText", editor.ValueOf("questions.0.kind"));
        Assert.Equal("立場", editor.ValueOf("questions.1.label"));
        await editor.SubmitAsync("外す");
        Assert.Equal(["立場", ""], editor.Page.QuerySelectorAll(".question input[name$=label]").Select(input => input.GetAttribute("value") ?? ""));

        await editor.SubmitAsync("下書きを保存する");
        Assert.Equal(HttpStatusCode.OK, editor.Status);
        Assert.Equal("下書きを保存しました。", editor.Said);
        Assert.Equal("立場", Assert.Single(editor.Page.QuerySelectorAll(".question input[name$=label]")).GetAttribute("value"));
        Assert.Equal("企業\n大学", editor.ValueOf("questions.0.choices"));
    }

    [Fact]
    public async Task A_mistaken_question_comes_back_with_what_was_typed()
    {
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/items/surveys/new");
        await editor.SubmitAsync("質問を加える", ("title", "調査"));
        await editor.SubmitAsync("下書きを保存する", ("questions.0.label", "立場"), ("questions.0.kind", "choice"), ("questions.0.choices", "企業"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.Contains("選択肢を2つ以上", editor.Page.QuerySelector(".mistake")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("企業", editor.ValueOf("questions.0.choices"));
    }

    [Fact]
    public void A_row_number_out_of_all_reason_costs_nothing()
    {
        var form = ItemForm.Read(ContentType.Of<Survey>(), [new("questions.2147483647.label", new StringValues("問")), new("files.2000000000.title", new StringValues("資料"))]);
        Assert.Equal("問", form.ToDraft().Draft.Values["questions"]![0]!["label"]!.ToString());
    }
}
