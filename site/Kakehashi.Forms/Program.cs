using Kakehashi.Forms;

await FormsHost.Create(FormsOptions.Read(args)).RunAsync();
