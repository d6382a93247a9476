namespace Kakehashi.Accessibility.Tests;

public sealed class ProseTests
{
    [Fact]
    public void There_are_at_least_two_hundred_paragraphs_and_none_twice()
    {
        Assert.True(Paragraph.All.Count >= 200, $"{Paragraph.All.Count} paragraphs");
        Assert.Distinct(Paragraph.All.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Rules_that_hold_a_page_back_find_nothing_wrong_in_sound_prose() =>
        Assert.Empty(from paragraph in Paragraph.All
                     from found in paragraph.Found(WritingRules.All)
                     where found.Rule.Weight == Weight.Error && !paragraph.Rightly.Contains(found.Rule.Id)
                     select $"{found.Rule.Id}：{found.Excerpt}");

    [Fact]
    public void At_most_one_paragraph_in_fifty_is_found_fault_with_wrongly() =>
        Assert.True(Paragraph.All.Count(paragraph => paragraph.Found(WritingRules.All).Any(found => !paragraph.Rightly.Contains(found.Rule.Id))) * 50 <= Paragraph.All.Count,
            string.Join('\n', Paragraph.All.SelectMany(paragraph => paragraph.Found(WritingRules.All).Where(found => !paragraph.Rightly.Contains(found.Rule.Id))).Select(found => $"{found.Rule.Id}：{found.Excerpt}")));

    [Fact]
    public void What_is_wrong_in_the_prose_is_found() =>
        Assert.Empty(from paragraph in Paragraph.All
                     from id in paragraph.Rightly
                     where !paragraph.Found(WritingRules.All).Any(found => found.Rule.Id == id)
                     select $"{id}：{paragraph.Text}");
}
