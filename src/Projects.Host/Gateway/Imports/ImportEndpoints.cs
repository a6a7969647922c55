using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Projects.Reports;

namespace Projects.Host.Gateway;

/// <summary>Imports over HTTP, beside the contract because they carry bytes and not JSON. They refuse with the same reasons.</summary>
internal static class ImportEndpoints
{
    private static readonly string[] Known = ["kind", "list", "document", "apply", "leaveOutFaultyRows"];

    public static void MapImports(this WebApplication app)
    {
        app.MapPost("/v1/parks/{park}/imports", (HttpContext context, string park, ImportRun run) => Guarded(context, () => TakeAsync(context, park, run)));
        app.MapGet("/v1/parks/{park}/importKinds/{kind}:template", (HttpContext context, string park, string kind, ImportRun run) =>
            Guarded(context, () => GiveAsync(context, park, kind, run)));
    }

    private static async Task TakeAsync(HttpContext context, string park, ImportRun run)
    {
        var asked = await run.AskedAsync(Said(context, park), context);
        if (context.Request.ContentLength > TableFile.BytesAtMost)
            throw ImportRun.RefusalOf(TableFileException.TooLarge()).ToRpcException(context.Language());
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = TableFile.BytesAtMost + 1;
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        var result = await run.RunAsync(asked, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), context, told: null);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonFormatter.Default.Format(result), context.RequestAborted);
    }

    private static async Task GiveAsync(HttpContext context, string park, string kind, ImportRun run)
    {
        var file = await run.TemplateAsync(new() { Parent = $"parks/{park}", Kind = kind }, context);
        await Results.File(file.Bytes.ToArray(), file.MediaType, file.FileName).ExecuteAsync(context);
    }

    /// <summary>The settings as the address says them; a name that is none is refused, for a misspelt one would be passed over.</summary>
    private static V1.ImportSettings Said(HttpContext context, string park)
    {
        var (query, fields) = (context.Request.Query, new WireFields(context.Language()));
        foreach (var name in query.Keys.Except(Known))
            fields.Fault(name, "没有这个参数", "is no parameter of this request");
        var said = new V1.ImportSettings
        {
            Parent = $"parks/{park}", Kind = query["kind"].ToString(), List = query["list"].ToString(), Document = query["document"].ToString(),
            Apply = Flag("apply"), LeaveOutFaultyRows = Flag("leaveOutFaultyRows"),
        };
        fields.Check();
        return said;

        bool Flag(string name)
        {
            if (query[name].ToString() is not ("" or "true" or "false"))
                fields.Fault(name, "须为 true 或 false", "must be true or false");
            return query[name] == "true";
        }
    }

    private static async Task Guarded(HttpContext context, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (BadHttpRequestException excess) when (excess.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await RefusalResponse.WriteAsync(context, ImportRun.RefusalOf(TableFileException.TooLarge()).ToRpcException(context.Language()));
        }
        catch (RpcException refusal)
        {
            await RefusalResponse.WriteAsync(context, refusal);
        }
    }
}
