using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using static Projects.Web.Tests.Issues.IssueVisits;

namespace Projects.Web.Tests.Issues;

[Collection(SqliteSite.Name)]
public sealed class EvidenceOnSqlite(OnSqlite site) : EvidenceTests(site);

[Collection(PostgresSite.Name)]
public sealed class EvidenceOnPostgres(OnPostgres site) : EvidenceTests(site);

public abstract class EvidenceTests(Site site)
{
    private const string Number = "LFP-2023-05";

    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_picture_is_seen_before_it_is_given_and_fetched_after()
    {
        await using var handler = await site.SignInAsync("economy-handler", width: 390);
        await handler.OpenAsync(PathOf(Number) + "?do=addEvidence");

        await handler.Page.GetByLabel("佐证材料").SetInputFilesAsync(new FilePayload { Name = "笔记.txt", MimeType = "text/plain", Buffer = "not a picture"u8.ToArray() });
        await Expect(handler.Page.Locator("form.order").GetByRole(AriaRole.Alert)).ToContainTextAsync("只接受 pdf");
        await handler.Page.GetByLabel("或直接拍照").SetInputFilesAsync(new FilePayload { Name = "../管线/照片.jpeg", MimeType = "image/png", Buffer = Pixel });
        await Expect(handler.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("照片.jpeg.png");
        await Expect(handler.Page.Locator("#evidence-preview")).ToHaveAttributeAsync("src", new Regex("^blob:"));
        Assert.True(await handler.Page.Locator("#evidence-preview").EvaluateAsync<bool>("picture => picture.decode().then(() => picture.naturalWidth > 0)"));

        await handler.SubmitAsync("上传佐证");
        await Expect(handler.Recorded()).ToContainTextAsync("照片.jpeg.png");
        var link = handler.Page.GetByRole(AriaRole.Link, new() { Name = "照片.jpeg.png" }).First;
        var fetched = await handler.Page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
        Assert.Equal(Pixel, await fetched.BodyAsync());
        Assert.StartsWith("attachment", fetched.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", fetched.Headers["x-content-type-options"]);
        Assert.Empty(handler.Complaints);
    }

    [Fact]
    public async Task No_file_is_given_to_who_reads_no_business_or_is_not_signed_in()
    {
        var digest = new string('0', 64);
        await using var officer = await site.SignInAsync("officer-a");
        await using var administrator = await site.SignInAsync("system-admin");
        await using var nobody = await site.VisitAsync();

        Assert.Equal(404, (await officer.Page.APIRequest.GetAsync($"/evidence/{digest}")).Status);
        Assert.Equal(404, (await administrator.Page.APIRequest.GetAsync($"/evidence/{digest}")).Status);
        Assert.EndsWith($"/sign-in?return=%2Fevidence%2F{digest}", (await nobody.Page.APIRequest.GetAsync($"/evidence/{digest}")).Url, StringComparison.Ordinal);
    }
}
