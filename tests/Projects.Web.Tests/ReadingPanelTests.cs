using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Projects.Web.Seats;

namespace Projects.Web.Tests;

/// <summary>A part of a page whose readings overlap, as when news of the park comes while a link is followed.</summary>
public sealed class ReadingPanelTests : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    private readonly HtmlRenderer renderer;
    private readonly Address address = new();

    public ReadingPanelTests() => renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);

    [Fact]
    public Task An_answer_that_comes_late_does_not_replace_what_was_asked_for_after_it() => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var page = Open("newest");
        address.Follow("older");

        address.Answers["older"].SetResult("1 to 10");
        address.Answers["newest"].SetResult("11 to 40");
        await page.QuiescenceTask;

        Assert.Equal("1 to 10", page.ToHtmlString());
    });

    [Fact]
    public Task What_was_shown_stays_until_the_newest_answer_is_there() => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var page = Open("newest");
        address.Answers["newest"].SetResult("11 to 40");
        await page.QuiescenceTask;
        address.Follow("older");
        Assert.Equal("11 to 40", page.ToHtmlString());

        address.Answers["older"].SetResult("1 to 10");
        await address.Shown.Task;
        Assert.Equal("1 to 10", page.ToHtmlString());
    });

    public async ValueTask DisposeAsync()
    {
        await renderer.DisposeAsync();
        await services.DisposeAsync();
    }

    private HtmlRootComponent Open(string asked)
    {
        address.Asked = asked;
        return renderer.BeginRenderingComponent<Page>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Page.Address)] = address }));
    }

    /// <summary>What a page is asked for, and the answers its readings wait for.</summary>
    private sealed class Address
    {
        public string Asked { get; set; } = "";
        public Dictionary<string, TaskCompletionSource<string>> Answers { get; } = new() { ["newest"] = new(), ["older"] = new() };
        public TaskCompletionSource Shown { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public Action Changed { get; set; } = () => { };

        public void Follow(string link)
        {
            Asked = link;
            Changed();
        }
    }

    private sealed class Page : ComponentBase
    {
        [Parameter, EditorRequired] public required Address Address { get; set; }

        protected override void OnInitialized() => Address.Changed = StateHasChanged;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Panel>(0);
            builder.AddComponentParameter(1, nameof(Panel.Address), Address);
            builder.AddComponentParameter(2, nameof(Panel.Asked), Address.Asked);
            builder.CloseComponent();
        }
    }

    private sealed class Panel : ReadingPanel
    {
        private string shown = "";

        [Parameter, EditorRequired] public required Address Address { get; set; }
        [Parameter, EditorRequired] public required string Asked { get; set; }

        protected override async Task<Action> ReadAsync()
        {
            var found = await Address.Answers[Asked].Task;
            return () => shown = found;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddContent(0, shown);
            if (shown == "1 to 10")
                Address.Shown.TrySetResult();
        }
    }
}
