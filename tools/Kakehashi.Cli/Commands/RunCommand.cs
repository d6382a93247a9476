using System.CommandLine;
using Kakehashi.Cli.Up;
using Kakehashi.Cms;
using Kakehashi.Forms;
using Kakehashi.Server.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Kakehashi.Cli.Commands;

/// <summary><c>run cms|forms|site</c>: one process of an installation, as <c>up</c> starts it.</summary>
static class RunCommand
{
    public static Command Create() => new("run", "1つの部分だけを動かします（up が使います）。")
    {
        Part("cms", "CMS", RunCmsAsync),
        Part("forms", "フォームAPI", RunFormsAsync),
        Part("site", "サイトの生成と公開", SiteProcess.RunAsync),
    };

    static Command Part(string name, string description, Func<Installation, CancellationToken, Task> run)
    {
        var options = new InstallationOptions();
        var whileInput = new Option<bool>("--while-input-open") { Description = "標準入力が閉じたら止まります" };
        var command = new Command(name, description) { options.Program, options.Data, options.BasePort, whileInput };
        command.SetAction(async (result, cancellation) =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (result.GetValue(whileInput)) _ = StopAtEndOfInputAsync(stop);
            await run(options.Read(result), stop.Token);
            return 0;
        });
        return command;
    }

    static async Task RunCmsAsync(Installation installation, CancellationToken stop)
    {
        var certificate = LocalCertificate.Ensure(installation.Certificates, [], TimeProvider.System).Path;
        await using var cms = CmsHost.Create(new CmsOptions
        {
            ConnectionString = Environment.GetEnvironmentVariable("ConnectionStrings__Cms")
                ?? throw new SetupException("ConnectionStrings__Cms にデータベースの接続先を指定してください。"),
            DataDirectory = installation.Cms,
            Inbox = installation.Inbox,
            Port = installation.CmsPort,
            CertificatePath = certificate,
            CertificateKeyPath = certificate,
            PublicAddress = new Uri(installation.CmsUrl),
            PublicSite = new Uri(installation.SiteUrl),
            Forms = new Uri(installation.FormsUrl),
            PreviewSocket = installation.PreviewSocket,
            DeliveryKey = installation.DeliveryKey(),
            ClamAv = Environment.GetEnvironmentVariable("Cms__ClamAv"),
        });
        await RunAsync(cms, stop);
    }

    static async Task RunFormsAsync(Installation installation, CancellationToken stop)
    {
        Installation.CreatePrivate(Path.GetDirectoryName(installation.Inbox)!);
        await using var forms = FormsHost.Create(FormsOptions.Read([]) with
        {
            Port = installation.FormsPort,
            Inbox = installation.Inbox,
            Documents = Path.Combine(installation.Public, "forms"),
            KeyFile = installation.PageKey,
        });
        await RunAsync(forms, stop);
    }

    internal static async Task RunAsync(WebApplication application, CancellationToken stop)
    {
        await application.StartAsync(stop);
        await using var _ = stop.Register(application.Lifetime.StopApplication);
        await application.WaitForShutdownAsync(CancellationToken.None);
    }

    static async Task StopAtEndOfInputAsync(CancellationTokenSource stop)
    {
        var buffer = new byte[16];
        await using var input = Console.OpenStandardInput();
        while (await input.ReadAsync(buffer, stop.Token) > 0)
        {
        }
        await stop.CancelAsync();
    }
}
