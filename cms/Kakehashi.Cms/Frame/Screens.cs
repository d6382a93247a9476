using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Disclosure;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Events;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.MemberImport;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Proposals;
using Kakehashi.Cms.Reasons;
using Kakehashi.Cms.Review;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Surveys;
using Kakehashi.Cms.Today;

namespace Kakehashi.Cms.Frame;

/// <summary>The screens for staff: rendered on the server, usable without script.</summary>
public static class Screens
{
    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        // Without it Japanese is written as character references, at double the size.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "__Host-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            antiforgery.Cookie.Path = "/";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.ConfigureApplicationCookie(cookie => cookie.Events.OnRedirectToLogin = context => SignInEndpoints.AskAsync(context.HttpContext));
        services.AddSingleton<Status>().AddSingleton<KeptForms>();
        services.AddHttpContextAccessor();
        services.AddScoped<Viewer>().AddScoped<EditFlow>().AddScoped<ItemFlow>();
        services.AddScoped<TodayQueries>().AddScoped<MediaQueries>().AddScoped<MediaFlow>().AddSingleton<PdfAdvice>().AddScoped<AccountDesk>();
        services.AddScoped<SubmissionQueries>().AddScoped<QueueFlow>().AddScoped<SubmissionDetails>().AddSingleton<LikelyDuplicates>().AddScoped<HandlingFlow>().AddScoped<MendFlow>().AddScoped<EventQueries>().AddSingleton<HeldSheets>();
        services.AddScoped<TestView>();
        services.AddSingleton<FailedTries>().AddScoped<PasswordSignIn>();
        return services;
    }

    /// <summary>Headers and error pages; before every endpoint.</summary>
    public static void UseScreens(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(failed => failed.Run(context => FailAsync(context, StatusCodes.Status500InternalServerError)));
        app.UseStatusCodePages(context => FailAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapScreens(this WebApplication app)
    {
        app.MapFrameAssets();
        app.MapSignIn();
        var staff = app.MapGroup("").RequireAuthorization().AddEndpointFilter<RouteGroupBuilder, StaffFilter>();
        staff.MapToday();
        staff.MapEditing();
        staff.MapReview();
        staff.MapSubmissions();
        staff.MapEvents();
        staff.MapProposals();
        staff.MapSurveys();
        staff.MapMemberImport();
        staff.MapDisclosure();
        staff.MapAccessibility();
        staff.MapPreview();
        staff.MapChecks();
        staff.MapMediaScreens();
        staff.MapSettings();
        staff.MapRecords();
        staff.MapReasons();
        staff.MapMailScreens();
        staff.MapAccounts();
        staff.MapPassword();
    }

    static Task FailAsync(HttpContext context, int statusCode) =>
        context.Request.GetTypedHeaders().Accept.Any(accept => accept.MediaType.Value is "text/html")
            ? Pages.Failure(statusCode).ExecuteAsync(context)
            : Task.CompletedTask;
}
