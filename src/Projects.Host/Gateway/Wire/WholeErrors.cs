using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.Net.Http.Headers;
using Projects.Web;

namespace Projects.Host.Gateway;

/// <summary>
/// Every error over JSON is a google.rpc.Status with a reason and words in the caller's language. What is refused beneath the services, such as
/// a body that is no JSON, an address that is none or a verb of HTTP that is not served, would otherwise come back bare or in the framework's words.
/// </summary>
internal sealed class WholeErrors(RequestDelegate next)
{
    private static readonly Text Unreadable = new(
        "请求无法读取：正文须为 UTF-8 的 JSON，不超过1MB，各字段与查询参数须符合接口规定的类型，且不得重复。",
        "The request cannot be read: the body must be JSON in UTF-8 of at most 1 MB, and every field and query parameter of the type the contract gives it, and given once.");
    private static readonly Text NoSuchAddress = new("没有这个地址。请核对接口文档。", "There is no such address. See the description of the interface.");
    private static readonly Text NoSuchVerb = new("该地址不接受这种 HTTP 方法。", "This address does not take this HTTP method.");
    private static readonly Text NotServed = new("请求不被接受。", "The request is not accepted.");

    public async Task InvokeAsync(HttpContext context)
    {
        // A person's browser is shown a page instead.
        if (Pages.IsPage(context.Request) || context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true)
            await next(context);
        else if (!IsReadableText(context.Request))
            await RefusalResponse.WriteAsync(context, Reason.Invalid, Unreadable, StatusCodes.Status415UnsupportedMediaType);
        else if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { Method.Type: MethodType.Unary })
            await TranscodedAsync(context);
        else
            await BareAsync(context);
    }

    /// <summary>A unary answer is small (1 MB at most) and is held back until it is known whether it is an error, and whose.</summary>
    private async Task TranscodedAsync(HttpContext context)
    {
        var wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Response.Body = wire;
        }
        if (context.Response.StatusCode == StatusCodes.Status400BadRequest && !SaysWhy(held))
        {
            await RefusalResponse.WriteAsync(context, Reason.Invalid, Unreadable, StatusCodes.Status400BadRequest);
            return;
        }
        held.Position = 0;
        await held.CopyToAsync(wire, context.RequestAborted);
    }

    private async Task BareAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        if (response.StatusCode < 400 || response.HasStarted || response.ContentLength is not null || response.ContentType is not null)
            return;
        var (reason, words) = response.StatusCode switch
        {
            StatusCodes.Status404NotFound => (Reason.NotFound, NoSuchAddress),
            StatusCodes.Status405MethodNotAllowed => (Reason.Invalid, NoSuchVerb),
            _ => (Reason.Invalid, NotServed),
        };
        await RefusalResponse.WriteAsync(context, reason, words, response.StatusCode);
    }

    /// <summary>Whether it carries our own ErrorInfo: the framework's errors have no details.</summary>
    private static bool SaysWhy(MemoryStream answer) =>
        answer.GetBuffer().AsSpan(0, (int)answer.Length).IndexOf("google.rpc.ErrorInfo"u8) >= 0;

    /// <summary>JSON is UTF-8 (RFC 8259, 8.1); another charset is a failure deep in the framework, and bytes of evidence name none.</summary>
    private static bool IsReadableText(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
