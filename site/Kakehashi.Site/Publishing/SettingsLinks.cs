using Kakehashi.Content;
using Kakehashi.Site.Planning;

namespace Kakehashi.Site.Publishing;

/// <summary>Where the programme's settings lead: links on every page, in forms and lists and on the home page.</summary>
public static class SettingsLinks
{
    /// <summary>Links of the settings that find nothing on the planned site. They hold no page back: what ended elsewhere must not take the menu with it.</summary>
    public static IReadOnlyList<Problem> Dead(SitePlan plan)
    {
        var pages = new PlannedPages(plan);
        return
        [
            .. from link in Of(plan.Program)
               where link.Href.Length > 0 && !pages.Leads(link.Href)
               select new Problem("program.yaml", 0, $"{link.Part}の「{link.Label}」の行き先（{link.Href}）が、サイトにありません。正しいアドレスに直すか、行から外してください。", link.Href),
        ];
    }

    static IEnumerable<(string Part, string Label, string Href)> Of(ProgramSettings program) =>
    [
        .. program.Navigation.Select(link => ("メニュー", link.Label, link.Href)),
        .. program.Utility.Select(link => ("右上のリンク", link.Label, link.Href)),
        .. program.Footer.Select(link => ("下のリンク", link.Label, link.Href)),
        .. program.Home.Ways.Select(way => ("トップページの入口", way.Label, way.Href)),
        .. program.Notice is { Href: { } href } notice ? [("お知らせの帯", notice.Title, href)] : Array.Empty<(string, string, string)>(),
        .. program.Sponsors.Select(sponsor => ("協賛", sponsor.Name, sponsor.Href)),
    ];
}
