using Kakehashi.Cms;

await CmsHost.Create(CmsOptions.Read(args)).RunAsync();
