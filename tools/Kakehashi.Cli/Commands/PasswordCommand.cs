using System.CommandLine;
using Kakehashi.Cms.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Cli.Commands;

/// <summary><c>password USER</c>: a new random password for an account of the CMS, printed once.</summary>
static class PasswordCommand
{
    public static Command Create()
    {
        var user = new Argument<string>("USER") { Description = "利用者名。例：operator" };
        var connection = new CmsConnection();
        var command = new Command("password", "CMSの利用者のパスワードを作り直し、一度だけ表示します。") { user };
        connection.AddTo(command);
        command.SetAction((result, cancellation) => connection.RunAsync(result, async services =>
        {
            var name = result.GetRequiredValue(user);
            var password = await services.GetRequiredService<AccountRecovery>().ResetAsync(name, cancellation);
            if (password is null)
            {
                Console.Error.WriteLine($"利用者「{name}」はいません。利用者名を確かめてください。");
                return 1;
            }
            Console.WriteLine($"sign-in user={name} password={password}");
            return 0;
        }, cancellation));
        return command;
    }
}
