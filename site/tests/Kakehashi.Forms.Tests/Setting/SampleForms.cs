using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Types;
using Kakehashi.Themes;
using Kakehashi.Themes.Models;

namespace Kakehashi.Forms.Tests.Setting;

/// <summary>Form documents as the generator writes them, for a small programme.</summary>
internal static class SampleForms
{
    public static ProgramSettings Program { get; } = new()
    {
        Name = "架け橋プラットフォーム",
        Description = "試験の事業です。",
        Url = "https://dx.example/",
        Organisation = "架け橋事務局",
        Prefecture = "見本県",
        Utility = [new("会員の手続き", "/my/"), new("お問い合わせ", "/contact/")],
        Fields = [new("disaster", "防災"), new("welfare", "福祉")],
        Areas = [new("central", "県央")],
    };

    public static IEnumerable<FormPage> All => FormCatalogue.For(Program).Select(form => Page(form));

    public static FormPage Page(FormDefinition form, string? subject = null) => new()
    {
        Shell = new Shell(Program, null, Theme.Stylesheet),
        Address = FormDefinition.AddressOf(form.Name, subject),
        Title = form.Title,
        Description = form.Title,
        Contact = new Section { Title = "事務局", Telephone = "028-000-0000", Email = "office@dx.example" },
        Form = form,
        Subject = subject,
    };
}
