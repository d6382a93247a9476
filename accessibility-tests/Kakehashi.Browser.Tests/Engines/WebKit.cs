using System.Drawing;
using System.Net;
using System.Net.Sockets;
using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;
using OpenQA.Selenium.Remote;

namespace Kakehashi.Browser.Tests;

/// <summary>WebKitGTK: the engine of Safari in the window of another desktop, without VoiceOver.</summary>
sealed class WebKit : IEngine
{
    public const string Program = "/usr/bin/WebKitWebDriver";

    private static readonly Size Display = new(1600, 1200);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly RunningProcess display;
    private readonly RunningProcess server;
    private readonly RemoteWebDriver driver;

    private WebKit(RunningProcess display, RunningProcess server, RemoteWebDriver driver) => (this.display, this.server, this.driver) = (display, server, driver);

    public string Name => $"WebKitGTK {driver.Capabilities.GetCapability("browserVersion")}";

    public static async Task<IEngine> StartAsync()
    {
        var port = FreePort();
        var display = RunningProcess.Start("Xvfb", "-displayfd", "1", "-screen", "0", $"{Display.Width}x{Display.Height}x24", "-nolisten", "tcp");
        var number = await display.LineAsync("", Limit);
        var server = RunningProcess.Start("env", $"DISPLAY=:{number}", Program, $"--port={port}", "--host=127.0.0.1");
        await Eventually.CompleteAsync(() => AnswersAsync(port), Limit);
        return new WebKit(display, server, new RemoteWebDriver(new Uri($"http://127.0.0.1:{port}/"), new MiniBrowser()));
    }

    public Task SizeAsync(Screen screen)
    {
        // Without a window manager the focus is where the pointer is: in the middle of the display.
        driver.Manage().Window.Position = new Point((Display.Width - screen.Width) / 2, (Display.Height - screen.Height) / 2);
        driver.Manage().Window.Size = new Size(screen.Width, screen.Height);
        return Task.CompletedTask;
    }

    public Task GoAsync(string address) => driver.Navigate().GoToUrlAsync(address);

    public async Task FollowAsync(string selector)
    {
        var before = driver.Url;
        driver.FindElement(By.CssSelector(selector)).Click();
        await Eventually.CompleteAsync(() => Task.FromResult(driver.Url != before && (string?)driver.ExecuteScript("return document.readyState") == "complete" ? null : $"{selector} leads nowhere"), Limit);
    }

    public Task PressTabAsync()
    {
        new Actions(driver).SendKeys(Keys.Tab).Perform();
        return Task.CompletedTask;
    }

    public Task<string> ReadAsync(string expression) => Task.FromResult((string)driver.ExecuteScript($"return ({expression})")!);

    public async ValueTask DisposeAsync()
    {
        driver.Quit();
        driver.Dispose();
        await server.DisposeAsync();
        await display.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string?> AnswersAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return null;
        }
        catch (SocketException fault)
        {
            return fault.Message;
        }
    }

    private sealed class MiniBrowser : DriverOptions
    {
        public MiniBrowser()
        {
            BrowserName = "MiniBrowser";
            AcceptInsecureCertificates = true;
            AddAdditionalOption("webkitgtk:browserOptions", new Dictionary<string, object>
            {
                ["binary"] = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                ["args"] = new[] { "--automation" },
            });
        }

        public override ICapabilities ToCapabilities() => GenerateDesiredCapabilities(isSpecificationCompliant: true);
    }
}
