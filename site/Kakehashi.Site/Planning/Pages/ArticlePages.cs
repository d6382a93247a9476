using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>記事: lists by category, fiscal year and keyword, and details.</summary>
static class ArticlePages
{
    const string Root = "/articles/";

    public static Listing<Article> Listing(PublicSite site) => new("記事", site.Items.Articles,
        new("分類", "category/", article => [Choices.Of(site.Program.Categories, article.Category)], Choices.Of(site.Program.Categories), Always: true),
        new("年度", "", article => [Year(article)],
            [.. site.Items.Articles.Select(Year).Distinct()]),
        new("キーワード", "tag/", article => article.Tags.Select(tag => new Choice(Address.Tag(tag), tag))))
    {
        Feed = Outputs.ArticleFeed.Address,
    };

    public static IEnumerable<PageModel> Plan(PublicSite site)
    {
        var similar = new SimilarArticles(site.Items.Articles);
        return site.Items.Articles.WithNeighbours().AsParallel().AsOrdered()
            .Select(pair => Page(site, pair.Item, pair.Neighbours, similar.To(pair.Item)))
            .Concat(Listing(site).Plan(site).AsParallel().AsOrdered());
    }

    static DetailPage Page(PublicSite site, Article article, (Item?, Item?) neighbours, IEnumerable<Article> similar)
    {
        var address = $"{Root}{article.Slug}/";
        var page = new ArticlePage
        {
            Shell = site.Shell,
            Address = address,
            Title = article.Title,
            Description = article.Summary,
            Body = site.Media.Text(article.Body),
            Article = article,
            Category = new Link(site.Program.Categories.NameOf(article.Category), $"{Root}category/{article.Category}/"),
            Tags = [.. article.Tags.Select(tag => new Link(tag, $"{Root}tag/{Address.Tag(tag)}/"))],
        };
        IEnumerable<RelatedGroup> related =
        [
            site.Group("関連する課題", site.Named<Issue>(article)),
            site.Group("関連するシーズ", site.Named<Seed>(article)),
            site.Group("関連するイベント", site.Named<Event>(article)),
            site.Group("同じ話題の記事", similar),
        ];
        return site.Complete(page, article, related, neighbours,
            StructuredData.NewsArticle(site.Program, article, address, site.Media.Picture(article.Image)));
    }

    static Choice Year(Article article)
    {
        var year = JapaneseTime.FiscalYear(JapaneseTime.DateOf(article.PublishAt!.Value));
        return new(Address.Year(year), Cards.FiscalYear(year));
    }
}
