using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>Forms: every one as a document for the forms API, and as the page that visitors open.</summary>
/// <remarks>A closed form keeps its document: who was asked to correct something comes back by a link.</remarks>
static class FormPages
{
    /// <summary>What visitors see at a form's address now.</summary>
    public static IEnumerable<PageModel> Plan(PublicSite site) => site.Forms.Select(form => Seen(site, form));

    /// <summary>File and bytes of every form's document.</summary>
    public static IEnumerable<(string File, ReadOnlyMemory<byte> Bytes)> Documents(PublicSite site) =>
        site.Forms.Select(form => (Address.File(form.Address).Replace("index.html", "form.json", StringComparison.Ordinal),
            (ReadOnlyMemory<byte>)JsonSerializer.SerializeToUtf8Bytes(form, ContentJson.Options)));

    /// <summary>All forms: the programme's own, then one for each issue, event and survey that has one.</summary>
    public static IEnumerable<FormPage> All(PublicSite site)
    {
        foreach (var form in FormCatalogue.For(site.Program)) yield return Own(site, form);
        foreach (var issue in site.Items.Issues)
            yield return About(site, issue, SolutionProposal.For(site.Program, issue), new FormWindow(issue.OpensAt, issue.Deadline, issue.Stage is not (IssueStage.Open or IssueStage.Preparing)));
        foreach (var happening in site.Items.Events.Where(happening => happening.ApplyByForm))
            yield return About(site, happening, EventApplication.For(site.Program, happening, happening.Questions.ToForm()), new FormWindow(happening.ApplyFrom, happening.ApplyUntil ?? happening.StartsAt));
        foreach (var survey in site.Items.Surveys)
            yield return About(site, survey, SurveyAnswer.For(site.Program, survey.Title, survey.Anonymous, survey.Questions.ToForm()), new FormWindow(survey.OpensAt, survey.ClosesAt));
    }

    /// <summary>The way to a form; null while it does not take answers.</summary>
    public static Link? LinkTo(PublicSite site, string name, string? subject, string label) =>
        site.FormAt(FormDefinition.AddressOf(name, subject)) is { Form.Access: FormAccess.Everybody } form && Refusal(site, form) is null
            ? new Link(label, form.Address)
            : null;

    static PageModel Seen(PublicSite site, FormPage form) => Refusal(site, form) is { } refusal ? form.Say(refusal) : form;

    static FormMessage? Refusal(PublicSite site, FormPage form)
    {
        if (form.Form.Access == FormAccess.Ticket) return FormMessage.ByLinkOnly;
        if (form.Window.IsShut || form.Window.ClosesAt is { } closes && site.Clock.HasPassed(closes)) return FormMessage.Closed;
        return form.Window.OpensAt is { } opens && !site.Clock.HasPassed(opens) ? FormMessage.NotYetOpen : null;
    }

    static FormPage Own(PublicSite site, FormDefinition form)
    {
        var guide = site.Items.Find<Page>(form.Access == FormAccess.Ticket ? MemberLink.Name : form.Name);
        var about = guide is null ? null : new Link(guide.Title, $"/{guide.Slug}/");
        return Make(site, form, null, about, about is null ? [] : [about], site.Program.Forms.FirstOrDefault(settings => settings.Name == form.Name)?.Section);
    }

    // Two pages never share a title.
    static string TitleOf(FormDefinition form, Link? about) => about?.Label != form.Title ? form.Title : about.Href.StartsWith("/surveys/", StringComparison.Ordinal) ? $"「{form.Title}」への回答" : $"{form.Title}フォーム";

    static FormPage About(PublicSite site, Item item, FormDefinition form, FormWindow window)
    {
        var type = ContentType.Of(item.GetType());
        var about = new Link(item.Title, type.Address(item.Slug)!);
        return Make(site, form, item.Slug, about, [new Link(type.Label, $"/{type.Folder}/"), about], item.Section) with { Window = window };
    }

    static FormPage Make(PublicSite site, FormDefinition form, string? subject, Link? about, IReadOnlyList<Link> breadcrumb, string? section)
    {
        var page = new FormPage
        {
            Shell = site.Shell,
            Address = FormDefinition.AddressOf(form.Name, subject),
            Title = TitleOf(form, about),
            Description = form.Lead is [var lead, ..] ? lead : TitleOf(form, about),
            Breadcrumb = breadcrumb,
            Contact = site.Items.Find<Section>(section) ?? (site.Items.Sections is [var first, ..] ? first : null),
            Form = form,
            Subject = subject,
            About = about,
        };
        return page with { StructuredData = [StructuredData.Breadcrumb(site.Program, breadcrumb, page)] };
    }
}
