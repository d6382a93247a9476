using Kakehashi.Cms;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

// Writes the next migration: dotnet run --project tools/Kakehashi.Migrations NAME, from the root of the repository.
// No database is needed; the model is compared with the snapshot beside the migrations.
if (args is not [var name])
{
    Console.Error.WriteLine("usage: dotnet run --project tools/Kakehashi.Migrations NAME");
    return 2;
}
var options = new CmsOptions { ConnectionString = "Host=unused", DataDirectory = "unused" };
await using var services = CmsHost.AddServices(new ServiceCollection(), options).BuildServiceProvider();
await using var db = services.CreateAsyncScope().ServiceProvider.GetRequiredService<CmsDb>();
var assembly = typeof(CmsDb).Assembly;
var design = new DesignTimeServicesBuilder(assembly, assembly, new OperationReporter(new OperationReportHandler()), []).Build(db);
await using var scope = design.CreateAsyncScope();
var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
var migration = scaffolder.ScaffoldMigration(name, "Kakehashi.Cms", "Store.Migrations");
var files = scaffolder.Save(Path.GetFullPath("cms/Kakehashi.Cms"), migration, Path.GetFullPath("cms/Kakehashi.Cms/Store/Migrations"));
Console.WriteLine(files.MigrationFile);
return 0;
