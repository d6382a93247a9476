using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Forms.Steps;
using Kakehashi.Forms.Tests.Setting;

namespace Kakehashi.Forms.Tests;

public sealed class StepTests
{
    private static readonly PageSignature Signature = new(new byte[32]);
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_token_is_good_for_its_place_only()
    {
        var token = StepToken.Create(Now);
        var text = token.Write(Signature, "/forms/contact/ ");
        var read = StepToken.Read(Signature, "/forms/contact/ ", text)!;
        Assert.Equal((token.Receipt, Now), (read.Receipt, read.IssuedAt));
        Assert.Null(StepToken.Read(Signature, "/forms/join/ ", text));
        Assert.Null(StepToken.Read(new PageSignature([.. Enumerable.Repeat((byte)1, 32)]), "/forms/contact/ ", text));
    }

    [Fact]
    public void Any_changed_character_of_a_token_is_noticed()
    {
        var text = StepToken.Create(Now).Write(Signature, "x");
        for (var at = 0; at < text.Length; at++)
            foreach (var other in "A_= é\0")
                if (other != text[at] && StepToken.Read(Signature, "x", $"{text[..at]}{other}{text[(at + 1)..]}") is { } read)
                    Assert.Equal(StepToken.Read(Signature, "x", text)!.Receipt, read.Receipt);
    }

    [Theory]
    [InlineData("send", "Send", "", 0)]
    [InlineData("edit", "Edit", "", 0)]
    [InlineData("add:contacts", "Add", "contacts", 0)]
    [InlineData("remove:contacts.2", "Remove", "contacts", 2)]
    [InlineData("drop:abc", "Drop", "abc", 0)]
    [InlineData("remove:contacts.-1", "Confirm", "", 0)]
    [InlineData("remove:contacts", "Confirm", "", 0)]
    [InlineData("", "Confirm", "", 0)]
    [InlineData("sendnow", "Confirm", "", 0)]
    public void Buttons_are_read_and_anything_else_only_shows_the_check_page(string value, string kind, string name, int index) =>
        Assert.Equal(new Step(Enum.Parse<StepKind>(kind), name, index), Step.Parse(value));

    [Fact]
    public void Removing_an_entry_moves_up_those_after_it()
    {
        var form = MemberRegistration.For(SampleForms.Program);
        var fields = Fields(("a.organisation", "山田商会"), ("a.contacts.0.email", "a@x.example"), ("a.contacts.1.email", "b@x.example"), ("a.contacts.2.person.name", "三"), ("a.contacts.2.email", "c@x.example"));
        var left = RepeatedGroups.Remove(form, "contacts", 1, fields);
        Assert.Equal(("山田商会", "a@x.example", "c@x.example", "三", ""), (left.One("a.organisation"), left.One("a.contacts.0.email"), left.One("a.contacts.1.email"), left.One("a.contacts.1.person.name"), left.One("a.contacts.2.email")));
    }

    [Fact]
    public void Entries_are_added_up_to_the_groups_limit_and_the_last_one_stays()
    {
        var form = MemberRegistration.For(SampleForms.Program);
        var repeat = form.Groups.First(group => group.Repeat is not null).Repeat!;
        var fields = new PostedFields();
        for (var i = 0; i < repeat.Max + 3; i++) RepeatedGroups.Add(form, "contacts", fields);
        Assert.Equal(repeat.Max, AnswerFields.Entries(repeat, fields));
        for (var i = 0; i < repeat.Max + 3; i++) fields = RepeatedGroups.Remove(form, "contacts", 0, fields);
        Assert.Equal(1, AnswerFields.Entries(repeat, fields));
        RepeatedGroups.Add(form, "unknown", fields);
    }

    private static PostedFields Fields(params (string Key, string Value)[] pairs)
    {
        var fields = new PostedFields();
        foreach (var (key, value) in pairs) fields.Add(key, value);
        return fields;
    }
}
