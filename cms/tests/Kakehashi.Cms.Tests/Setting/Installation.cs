using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Delivery;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Setting;

/// <summary>One CMS with its own database, a programme and two people for each role.</summary>
public class Installation(Cluster cluster) : IAsyncLifetime
{
    WebApplication app = null!;
    IServiceScope scope = null!;
    bool started;

    public const string Program = """
        name: 見本DX推進プラットフォーム
        description: 県内のデジタル化を進めます。
        url: https://dx.example/
        organisation: 見本事務局
        prefecture: 見本県
        categories:
          - { slug: news, name: お知らせ }
        fields:
          - { slug: disaster, name: 防災 }
        areas:
          - { slug: north, name: 県北 }
        """;

    /// <summary>Neither settings nor content of its own.</summary>
    public bool Empty { get; init; }

    public FakeClock Clock { get; } = new();

    public CmsOptions Options { get; private set; } = null!;

    /// <summary>Stands for the site process.</summary>
    public PreviewStub Preview { get; private set; } = null!;

    public Actor Editor { get; private set; } = null!;

    public Actor OtherEditor { get; private set; } = null!;

    public Actor Approver { get; private set; } = null!;

    public Actor Secretariat { get; private set; } = null!;

    public Actor Operator { get; private set; } = null!;

    public EditorialDesk Desk => Get<EditorialDesk>();

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public virtual async ValueTask InitializeAsync()
    {
        Options = new CmsOptions
        {
            ConnectionString = await cluster.CreateDatabaseAsync(),
            DataDirectory = Directory.CreateTempSubdirectory("kakehashi-cms-").FullName,
            DeliveryKey = "a-key-for-tests-of-at-least-32-characters",
            TimeProvider = Clock,
            Port = 0,
        };
        Preview = await PreviewStub.StartAsync();
        Options = Options with { PreviewSocket = Preview.Socket };
        app = CmsHost.Create(Options);
        scope = app.Services.CreateScope();
        (Editor, OtherEditor, Approver, Secretariat, Operator) = (await AccountAsync("hana", Role.Editor), await AccountAsync("jiro", Role.Editor),
            await AccountAsync("ken", Role.Approver), await AccountAsync("yuki", Role.Secretariat), await AccountAsync("sota", Role.Operator));
        if (Empty) return;
        Assert.Empty(await Get<ProgramStore>().SaveAsync(0, Program, Operator, Ct));
        await PublishAsync(ContentType.Of<Section>(), "office", new JsonObject
        {
            ["title"] = "事務局", ["department"] = "見本部 見本課", ["telephone"] = "028-000-0000", ["email"] = "office@dx.example", ["hours"] = "平日 午前9時から午後5時まで",
        });
    }

    public virtual async ValueTask DisposeAsync()
    {
        scope.Dispose();
        await app.DisposeAsync();
        await Preview.DisposeAsync();
        Directory.Delete(Options.DataDirectory, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Values with which an article may be submitted.</summary>
    public static JsonObject Article(string title = "説明会を開きます") => new()
    {
        ["title"] = title, ["summary"] = "要約です。", ["body"] = "本文です。", ["section"] = "office", ["category"] = "news",
    };

    public async Task<ItemRecord> CreateAsync(string slug, JsonObject? values = null, ContentType? type = null, DateTimeOffset? publishAt = null, DateTimeOffset? expireAt = null) =>
        Done(await Desk.CreateAsync(type ?? ContentType.Of<Article>(), new Draft(slug, values ?? Article(), publishAt, expireAt), Editor, Ct));

    public async Task<ItemRecord> PublishAsync(ContentType type, string slug, JsonObject values, DateTimeOffset? expireAt = null)
    {
        var item = await CreateAsync(slug, values, type, expireAt: expireAt);
        return await ApproveAsync(item.Id, 1);
    }

    public async Task<ItemRecord> PublishArticleAsync(string slug, string title = "説明会を開きます", DateTimeOffset? expireAt = null) =>
        await PublishAsync(ContentType.Of<Article>(), slug, Article(title), expireAt);

    /// <summary>Submits and approves a revision.</summary>
    public async Task<ItemRecord> ApproveAsync(Guid id, int revision)
    {
        Done(await Desk.ActAsync(id, revision, EditorialAction.Submit, null, Editor, Ct));
        return Done(await Desk.ActAsync(id, revision, EditorialAction.Approve, null, Approver, Ct));
    }

    public static ItemRecord Done(Outcome outcome) => Assert.IsType<Outcome.Done>(outcome).Item;

    public async Task<CmsDb> DbAsync() => await Get<IDbContextFactory<CmsDb>>().CreateDbContextAsync(Ct);

    /// <summary>A reader of the running host.</summary>
    /// <param name="key">Delivery key; null = none is shown.</param>
    public async Task<HttpClient> ClientAsync(string? key = null)
    {
        if (!started) await app.StartAsync(Ct);
        started = true;
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    /// <summary>What visitors see of an item; null = nothing.</summary>
    public async Task<ItemDocument?> PublicAsync(Guid id)
    {
        await using var db = await Get<IDbContextFactory<DeliveryDb>>().CreateDbContextAsync(Ct);
        return await db.Items.Where(item => item.Id == id).Select(item => item.Document).SingleOrDefaultAsync(Ct) is { } json
            ? System.Text.Json.JsonSerializer.Deserialize<ItemDocument>(json, ContentJson.Options)
            : null;
    }

    public async Task<Actor> AccountAsync(string user, params Role[] roles)
    {
        var (accounts, known) = (Get<UserManager<Account>>(), Get<RoleManager<IdentityRole<Guid>>>());
        var account = new Account { UserName = user, Email = $"{user}@office.example", DisplayName = $"{user}さん" };
        Assert.True((await accounts.CreateAsync(account, "a-long-passphrase")).Succeeded);
        foreach (var name in roles.Select(RoleNames.Of))
        {
            if (!await known.RoleExistsAsync(name)) await known.CreateAsync(new IdentityRole<Guid>(name));
            await accounts.AddToRoleAsync(account, name);
        }
        return new Actor(account.Id, account.DisplayName, roles.ToHashSet());
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;
}
