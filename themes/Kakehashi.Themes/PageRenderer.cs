using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kakehashi.Themes.Models;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kakehashi.Themes;

/// <summary>Renders page models with the theme's components. Safe to share between threads.</summary>
public static class PageRenderer
{
    // The default encoder writes 県 as &#x770C; and doubles the size of a page.
    static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>Whole HTML document of one page.</summary>
    /// <param name="model">Any page model; its component is the one of the same name in <c>Pages/</c>.</param>
    /// <exception cref="InvalidOperationException">The theme has no component for the model.</exception>
    public static async Task<string> RenderAsync(PageModel model)
    {
        var component = Component(model.GetType());
        // A renderer keeps every root it rendered: one per page keeps memory flat.
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model });
            var root = await renderer.RenderComponentAsync(component, parameters);
            return root.ToHtmlString();
        });
    }

    static Type Component(Type model) =>
        typeof(PageRenderer).Assembly.GetType($"Kakehashi.Themes.Pages.{model.Name}View")
        ?? throw new InvalidOperationException($"The theme has no component Pages/{model.Name}View.razor.");
}
