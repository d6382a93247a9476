using System.CommandLine;
using Kakehashi.Server;

namespace Kakehashi.Cli.Commands;

/// <summary><c>serve DIR --port N</c>: the HTTPS server alone.</summary>
static class ServeCommand
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("DIR") { Description = "作成済みのサイトのフォルダー" }.AcceptExistingOnly();
        var port = new Option<int>("--port") { Description = "HTTPSのポート番号", DefaultValueFactory = _ => 8443 };
        var httpPort = new Option<int?>("--http-port") { Description = "httpからの転送を受けるポート番号（指定しないときは転送しません）" };
        var certificate = new Option<string?>("--certificate") { Description = "証明書（PEMまたはPKCS#12）。指定しないときは試験用の証明書を作ります" };
        var key = new Option<string?>("--certificate-key") { Description = "証明書の秘密鍵（PEM）" };
        var forms = new Option<Uri?>("--forms") { Description = "フォームAPIのアドレス。例：http://127.0.0.1:8445" };
        var command = new Command("serve", "作成済みのサイトをHTTPSで公開します。") { directory, port, httpPort, certificate, key, forms };
        command.SetAction(async (result, cancellation) =>
        {
            await using var server = SiteServer.Create(new SiteServerOptions
            {
                Directory = result.GetRequiredValue(directory).FullName,
                Port = result.GetValue(port),
                HttpPort = result.GetValue(httpPort),
                CertificatePath = result.GetValue(certificate),
                CertificateKeyPath = result.GetValue(key),
                Forms = result.GetValue(forms),
                DataDirectory = Path.Combine(ProgramFolder.Root, "data", "serve"),
            });
            await server.StartAsync(cancellation);
            foreach (var url in server.Urls) Console.WriteLine($"serving {url}");
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            await server.StopAsync(CancellationToken.None);
            return 0;
        });
        return command;
    }
}
