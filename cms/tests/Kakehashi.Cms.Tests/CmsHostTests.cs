using System.Net;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Tests.Setting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests;

public sealed class CmsHostTests(Cluster cluster)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    readonly string data = Directory.CreateTempSubdirectory("kakehashi-cms-").FullName;

    CmsOptions Options(string connection) => new() { ConnectionString = connection, DataDirectory = data, Port = 0 };

    [Fact]
    public async Task Two_hosts_that_start_at_once_on_an_empty_database_make_one_account_for_each_role()
    {
        var connection = await cluster.CreateEmptyDatabaseAsync();
        await using var one = CmsHost.Create(Options(connection));
        await using var other = CmsHost.Create(Options(connection));
        await Task.WhenAll(one.StartAsync(Ct), other.StartAsync(Ct));
        using var scope = one.Services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.Equal(["approver", "editor", "operator", "secretariat"], await accounts.Users.Select(account => account.UserName).OrderBy(name => name).ToListAsync(Ct));
    }

    [Fact]
    public async Task First_passwords_are_told_once_and_fit_their_accounts()
    {
        await using var host = CmsHost.Create(Options(await cluster.CreateDatabaseAsync()));
        using var scope = host.Services.CreateScope();
        var (accounts, roles) = (scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>());
        var (first, again) = (new StringWriter(), new StringWriter());
        await FirstAccounts.CreateAsync(accounts, roles, first);
        await FirstAccounts.CreateAsync(accounts, roles, again);
        Assert.Equal("", again.ToString());
        foreach (var line in first.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ').Skip(1).Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
            var account = await accounts.FindByNameAsync(words["user"]);
            Assert.True(await accounts.CheckPasswordAsync(account!, words["password"]));
            Assert.True(await accounts.IsInRoleAsync(account!, words["role"]));
            Assert.DoesNotContain(words["password"], account!.PasswordHash!, StringComparison.Ordinal);
        }
        Assert.False((await accounts.CreateAsync(new Account { UserName = "short", Email = "short@office.example" }, "elevenchars")).Succeeded);
    }

    [Fact]
    public async Task A_new_password_from_the_command_line_replaces_the_old_one_and_opens_a_locked_account()
    {
        var options = Options(await cluster.CreateDatabaseAsync());
        await using var services = await CmsHost.OpenAsync(options, Ct);
        using var scope = services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await accounts.CreateAsync(new Account { UserName = "hana", Email = "hana@office.example", LockoutEnd = DateTimeOffset.MaxValue }, "a-long-passphrase");
        var reset = scope.ServiceProvider.GetRequiredService<AccountRecovery>();
        Assert.Null(await reset.ResetAsync("nobody", Ct));
        var password = await reset.ResetAsync("hana", Ct);
        var account = (await accounts.FindByNameAsync("hana"))!;
        Assert.True(await accounts.CheckPasswordAsync(account, password!));
        Assert.False(await accounts.CheckPasswordAsync(account, "a-long-passphrase"));
        Assert.False(await accounts.IsLockedOutAsync(account));
    }

    [Fact]
    public async Task A_password_that_is_refused_changes_nothing_and_is_told()
    {
        await using var services = await CmsHost.OpenAsync(Options(await cluster.CreateDatabaseAsync()), Ct);
        using var scope = services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = "hana", Email = "hana@office.example" };
        await accounts.CreateAsync(account, "a-long-passphrase");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => accounts.ResetAsync(account, "short"));
        Assert.Contains("PasswordTooShort", refused.Message, StringComparison.Ordinal);
        Assert.True(await accounts.CheckPasswordAsync((await accounts.FindByNameAsync("hana"))!, "a-long-passphrase"));
    }

    [Fact]
    public async Task A_form_of_unknown_length_is_not_read_before_sign_in()
    {
        await using var host = CmsHost.Create(Options(await cluster.CreateDatabaseAsync()));
        var request = new DefaultHttpContext().Request;
        (request.Method, request.ContentType, request.Body) = ("POST", "application/x-www-form-urlencoded", new MemoryStream("title=a"u8.ToArray()));
        Assert.Null(await host.Services.GetRequiredService<KeptForms>().SealAsync(request, Ct));
        Assert.Equal(0, request.Body.Position);
        request.ContentLength = request.Body.Length;
        Assert.NotNull(await host.Services.GetRequiredService<KeptForms>().SealAsync(request, Ct));
    }

    [Fact]
    public async Task Without_its_database_the_host_says_so()
    {
        var connection = await cluster.CreateEmptyDatabaseAsync();
        await using var host = CmsHost.Create(Options(connection) with { DeliveryKey = new string('k', 32) });
        await host.StartAsync(Ct);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        await cluster.DropDatabaseAsync(connection);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/healthz", Ct)).StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", new string('k', 32));
        using var answer = await client.GetAsync("/delivery/v1/items", Ct);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_checked_in_migrations_are_the_model()
    {
        await using var host = CmsHost.Create(Options(await cluster.CreateDatabaseAsync()));
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CmsDb>>().CreateDbContextAsync(Ct);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
