using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Projects.Web.Seats;

namespace Projects.Web.Evidence;

public sealed partial class EvidencePick
{
    private const int FilesAtOnce = 20;
    private const int PreviewPixels = 240;
    private const int PreviewBytesAtMost = 256 << 10;

    // The store is the one that counts; one byte more lets a file too large reach its refusal.
    private static readonly long FileBytesAtMost = new EvidenceLimits().FileBytesAtMost;

    private readonly List<Pick> picks = [];
    private readonly List<(string Name, Text Why)> refused = [];
    private bool isBusy;

    /// <summary>The field's name in the contract.</summary>
    [Parameter]
    public string Name { get; set; } = "evidence";

    /// <summary>Whether the order takes several files; of one that takes one, the last chosen counts.</summary>
    [Parameter]
    public bool IsMany { get; set; } = true;

    /// <summary>A file is in the store and may be named by an order.</summary>
    [Parameter]
    public EventCallback<Projects.EvidenceFile> OnKept { get; set; }

    /// <summary>The person takes a file out of the order again; it stays in the store, which forgets nothing.</summary>
    [Parameter]
    public EventCallback<Projects.EvidenceFile> OnDropped { get; set; }

    [CascadingParameter]
    public required Speech Say { get; set; }

    [Inject]
    private EvidenceStores Stores { get; set; } = null!;

    [Inject]
    private Seat Seat { get; set; } = null!;

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        refused.Clear();
        isBusy = true;
        try
        {
            foreach (var file in chosen.GetMultipleFiles(FilesAtOnce))
                await TakeAsync(file);
        }
        finally
        {
            isBusy = false;
        }
    }

    private async Task TakeAsync(IBrowserFile file)
    {
        var (kept, why) = await KeepAsync(file);
        if (why is not null)
            refused.Add((EvidenceName.Clean(file.Name), why.Fields is [var fault, ..] ? fault.Fault : Words.Of(why, Say.Names)));
        if (kept is null || picks.Any(pick => pick.File.Digest == kept.Digest))
            return;
        if (!IsMany)
            picks.Clear();
        picks.Add(new(kept, kept.MediaType.StartsWith("image/", StringComparison.Ordinal) ? await PreviewAsync(file) : null));
        await OnKept.InvokeAsync(kept);
    }

    private async Task<(Projects.EvidenceFile? Kept, Refusal? Why)> KeepAsync(IBrowserFile file)
    {
        if (await Seat.InsightAsync() is not { } insight)
            return (null, new InvalidFields([new("content", Giving.SignedOut)]));
        if (EvidenceRights.ObstacleToBringing(insight) is { } obstacle)
            return (null, obstacle);
        if (file.Size > FileBytesAtMost)
            return (null, EvidenceRights.RefusalOf(EvidenceObstacle.TooLarge));
        try
        {
            await using var content = file.OpenReadStream(FileBytesAtMost + 1);
            var kept = await Stores.Of(insight.Park.Code).PutAsync(content, CancellationToken.None);
            return (new(kept.Digest.Value, EvidenceName.Of(file.Name, kept), kept.SizeBytes, kept.MediaType), null);
        }
        catch (EvidenceRefusedException no)
        {
            return (null, EvidenceRights.RefusalOf(no.Obstacle));
        }
        catch (IOException)
        {
            return (null, new InvalidFields("content", "上传中断，请再选一次", "was cut off on the way; choose it once more"));
        }
    }

    // Made small in the browser, so that a picture of a phone's camera does not travel back whole.
    private static async Task<string?> PreviewAsync(IBrowserFile file)
    {
        try
        {
            var small = await file.RequestImageFileAsync("image/jpeg", PreviewPixels, PreviewPixels);
            using var bytes = new MemoryStream();
            await small.OpenReadStream(PreviewBytesAtMost).CopyToAsync(bytes);
            return $"data:image/jpeg;base64,{Convert.ToBase64String(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))}";
        }
        catch (Exception unseen) when (unseen is IOException or Microsoft.JSInterop.JSException)
        {
            // A picture this browser cannot draw is evidence all the same.
            return null;
        }
    }

    private Task DropAsync(Pick pick)
    {
        picks.Remove(pick);
        return OnDropped.InvokeAsync(pick.File);
    }

    private sealed record Pick(Projects.EvidenceFile File, string? Preview);
}
