using System.CommandLine;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Personal;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Cli.Commands;

/// <summary><c>keys rotate</c>: new keys for what visitors send and for what the database keeps of people. A running CMS and forms API notice by themselves.</summary>
static class KeysCommand
{
    public static Command Create()
    {
        var connection = new CmsConnection();
        var rotate = new Command("rotate", "受付の封と個人情報の鍵を新しくします。前の鍵で封じたものは、これからも開けます。");
        connection.AddTo(rotate);
        rotate.SetAction((result, cancellation) => connection.RunAsync(result, async services =>
        {
            var id = await services.GetRequiredService<SealingKeys>().RotateAsync(cancellation);
            Console.WriteLine($"sealing-key={id}");
            var ring = services.GetRequiredService<KeyRing>();
            ring.Rotate();
            Console.WriteLine($"personal-key={ring.Newest.Id}");
            return 0;
        }, cancellation));
        return new Command("keys", "CMSの鍵を扱います。") { rotate };
    }
}
