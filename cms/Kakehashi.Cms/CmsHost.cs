using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Delivery;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Events;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.MemberImport;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Mending;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Reasons;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Surveys;
using Kakehashi.Cms.Transfer;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms;

/// <summary>The CMS as one web application.</summary>
public static class CmsHost
{
    /// <summary>Everything wired, nothing started; the first start brings the database up to date.</summary>
    public static WebApplication Create(CmsOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port, listen =>
            {
                if (options.CertificatePath is { } certificate)
                    listen.UseHttps(System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPemFile(certificate, options.CertificateKeyPath));
            });
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        AddServices(builder.Services, options).AddScreens();
        var app = builder.Build();
        app.UseScreens();
        app.UseDeliveryKey(options);
        app.MapHealth();
        app.MapDelivery();
        app.MapScreens();
        return app;
    }

    /// <summary>The CMS without the web, its database brought up to date: what the command line works with.</summary>
    public static async Task<ServiceProvider> OpenAsync(CmsOptions options, CancellationToken ct)
    {
        var services = AddServices(new ServiceCollection().AddLogging(), options).BuildServiceProvider();
        await ActivatorUtilities.CreateInstance<DatabaseSetup>(services).MigrateAsync(ct);
        return services;
    }

    /// <summary>Services alone.</summary>
    public static IServiceCollection AddServices(IServiceCollection services, CmsOptions options)
    {
        services.AddSingleton(options).AddSingleton(options.TimeProvider);
        services.AddDatabase(options).AddAccounts().AddPersonalData();
        services.AddScoped<AccountRecovery>();
        services.AddSingleton<AuditTrail>().AddSingleton<FindingReasons>().AddSingleton<ReasonQueries>().AddSingleton<ProgramStore>().AddSingleton<Notifications>();
        services.AddScoped<EditorialDesk>().AddScoped<MendingDesk>().AddScoped<ItemQueries>().AddScoped<FieldSourceQueries>().AddScoped<Autosaves>();
        services.AddSingleton<TestDesk>().AddSingleton<PictureDesk>().AddSingleton<SelfEvaluationDesk>().AddSingleton<SelfEvaluationQueries>().AddSingleton<TestQueries>().AddSingleton<CycleQueries>();
        services.AddDelivery().AddWork().AddSubmissions();
        services.AddSingleton<MediaFiles>().AddScoped<MediaLibrary>();
        services.AddSingleton<PreviewClient>().AddScoped<PagePreviews>().AddScoped<AccessibilityCheck>();
        services.AddScoped<Import>().AddScoped<Export>().AddScoped<MemberImporter>().AddSingleton<MemberList>();
        return services;
    }

    static IServiceCollection AddDatabase(this IServiceCollection services, CmsOptions options)
    {
        services.AddDbContextFactory<CmsDb>(db => db.UseNpgsql(options.ConnectionString));
        services.AddDbContextFactory<DeliveryDb>(db => db.UseNpgsql(DeliveryConnection.ReadOnly(options.ConnectionString)).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        services.AddHostedService<DatabaseSetup>();
        return services;
    }

    static IServiceCollection AddPersonalData(this IServiceCollection services) => services
        .AddSingleton<KeyRing>().AddSingleton<PersonalCipher>().AddSingleton<BlindIndex>().AddSingleton<ViewLog>()
        .AddSingleton<PersonalFiles>().AddSingleton<PersonalMail>().AddSingleton<Retention>().AddSingleton<PersonalRecords>()
        .AddSingleton<RetentionWork>().AddHostedService(provider => provider.GetRequiredService<RetentionWork>())
        .AddSingleton<MemberContacts>();

    static IServiceCollection AddSubmissions(this IServiceCollection services) => services
        .AddSingleton<InboxDirectory>().AddSingleton<SealingKeys>().AddSingleton<VirusScanner>().AddSingleton<AttachmentFiling>().AddSingleton<Resubmissions>().AddSingleton<SubmissionFiling>()
        .AddSingleton<InboxWork>().AddHostedService(provider => provider.GetRequiredService<InboxWork>())
        .AddSingleton<ScanWork>().AddHostedService(provider => provider.GetRequiredService<ScanWork>())
        .AddSingleton<Tickets>().AddSingleton<PublicPages>().AddSingleton<AddressChanges>().AddSingleton<MemberRegistry>().AddSingleton<MemberActions>()
        .AddSingleton<Verifications>().AddSingleton<FormHandler>(provider => provider.GetRequiredService<Verifications>())
        .AddSingleton<FormHandler, Registrations>().AddSingleton<FormHandler, MemberChanges>().AddSingleton<FormHandler, Withdrawals>().AddSingleton<SeedFiles>().AddSingleton<FormHandler, Seeds>()
        .AddSingleton<FormHandler, Members.Proposals>().AddSingleton<FormHandler, MemberLinks>().AddSingleton<FormHandler, AddressConfirmations>()
        .AddSingleton<PublicPlaces>().AddHostedService(provider => provider.GetRequiredService<PublicPlaces>())
        .AddSingleton<WaitingListWork>().AddHostedService(provider => provider.GetRequiredService<WaitingListWork>())
        .AddSingleton<WaitingList>().AddSingleton<FormHandler, EventApplications>().AddSingleton<FormHandler, EventCancellations>().AddSingleton<FormHandler, SurveyAnswers>()
        .AddSingleton<SubmissionVault>().AddSingleton<SubmissionErasure>().AddSingleton<Correspondence>().AddSingleton<Corrections>().AddSingleton<SuggestedMails>().AddSingleton<FormHandlers>()
        .AddScoped<SubmittedPages>().AddScoped<SubmissionDesk>().AddScoped<SubmissionReading>();

    static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<DeliveryReader>()
        .AddSingleton<ChangeSignal>().AddHostedService(provider => provider.GetRequiredService<ChangeSignal>())
        .AddOpenApi(api => api.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("delivery/", StringComparison.Ordinal) == true)
        .ConfigureHttpJsonOptions(json => ContentJson.Options.Converters.ToList().ForEach(json.SerializerOptions.Converters.Add));

    static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<JudgingWork>().AddHostedService(provider => provider.GetRequiredService<JudgingWork>())
        .AddSingleton<Scheduler>().AddHostedService(provider => provider.GetRequiredService<Scheduler>())
        .AddSingleton<TestReminders>().AddHostedService(provider => provider.GetRequiredService<TestReminders>())
        .AddSingleton<MailSender>().AddHostedService(provider => provider.GetRequiredService<MailSender>());

    static void MapHealth(this WebApplication app) =>
        app.MapGet("/healthz", async (IDbContextFactory<CmsDb> databases, CancellationToken ct) =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            return await db.Database.CanConnectAsync(ct) ? Results.Text("ok") : Results.Text("database unreachable", statusCode: StatusCodes.Status503ServiceUnavailable);
        });
}
