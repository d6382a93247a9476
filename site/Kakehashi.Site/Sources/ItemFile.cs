using Kakehashi.Content;
using Kakehashi.Content.Folder;

namespace Kakehashi.Site.Sources;

/// <summary>One item of the folder as it was last read.</summary>
sealed class ItemFile : IReadFile
{
    readonly Lazy<Item> item;

    ItemFile(FoundFile found, ContentType type, FrontMatter matter, string slug)
    {
        (Found, Type, Matter) = (found, type, matter);
        // A file that cannot be read still is an item, so that references to it are not reported as well.
        Document = matter.Document ?? new ItemDocument { Type = type.Name, Slug = slug, Values = [] };
        item = new Lazy<Item>(() => Type.ToItem(Document));
    }

    public FoundFile Found { get; }

    public ContentType Type { get; }

    public FrontMatter Matter { get; }

    public ItemDocument Document { get; }

    /// <summary>The typed item; only of a file without problems.</summary>
    public Item Item => item.Value;

    public static ItemFile Read(string root, FoundFile found)
    {
        var type = ContentType.FindByFolder(found.Path[..found.Path.IndexOf('/', StringComparison.Ordinal)])!;
        var slug = Path.GetFileNameWithoutExtension(found.Path);
        return new ItemFile(found, type, FrontMatter.Read(found.Path, type, slug, File.ReadAllText(Path.Join(root, found.Path))), slug);
    }
}
