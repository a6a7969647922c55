using System.Text;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Projects.Host.Identity;
using RpcStatus = Google.Rpc.Status;

namespace Projects.Host.Gateway;

/// <summary>
/// Sends a "no" where no method is reached to throw it, in the manner of the caller's wire: a trailers-only answer to gRPC, an HTTP status
/// with the same google.rpc.Status as JSON to everybody else. What it says is <see cref="Refusing"/>'s affair.
/// </summary>
internal static class RefusalResponse
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithTypeRegistry(Refusing.Details));

    public static Task WriteAsync(HttpContext context, IdentityRefusal refusal)
    {
        if (refusal.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0");
        return WriteAsync(context, refusal.ToStatus(context.Language()));
    }

    public static async Task WriteAsync(HttpContext context, RpcStatus status)
    {
        var response = context.Response;
        if (!IsGrpc(context.Request))
        {
            await WriteJsonAsync(context, status, HttpStatusOf((Code)status.Code));
            return;
        }
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = status.Code.ToString();
        response.Headers["grpc-message"] = PercentEncoded(status.Message);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
    }

    /// <summary>A refusal of an endpoint that stands beside the contract, as transcoding would say it.</summary>
    public static Task WriteAsync(HttpContext context, RpcException refusal) =>
        WriteJsonAsync(
            context, refusal.GetRpcStatus() ?? new RpcStatus { Code = (int)refusal.StatusCode, Message = refusal.Status.Detail }, HttpStatusOf((Code)refusal.StatusCode));

    /// <summary>What the server itself refuses before any method is reached, under the HTTP status it chose.</summary>
    public static Task WriteAsync(HttpContext context, Reason reason, Text words, int httpStatus) =>
        WriteJsonAsync(context, new IdentityRefusal(reason, words).ToStatus(context.Language()), httpStatus);

    private static Task WriteJsonAsync(HttpContext context, RpcStatus status, int httpStatus)
    {
        context.Response.StatusCode = httpStatus;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Json.Format(status), context.RequestAborted);
    }

    /// <summary>As transcoding maps the codes.</summary>
    private static int HttpStatusOf(Code code) => code switch
    {
        Code.Unauthenticated => StatusCodes.Status401Unauthorized,
        Code.PermissionDenied => StatusCodes.Status403Forbidden,
        Code.NotFound => StatusCodes.Status404NotFound,
        Code.Aborted or Code.AlreadyExists => StatusCodes.Status409Conflict,
        Code.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        Code.Unavailable => StatusCodes.Status503ServiceUnavailable,
        Code.Internal => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };

    private static bool IsGrpc(Microsoft.AspNetCore.Http.HttpRequest request) =>
        request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The gRPC protocol's own encoding of a message: every byte but printable ASCII, and the percent sign, as %XX.</summary>
    private static string PercentEncoded(string message)
    {
        var encoded = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(message))
        {
            if (octet is >= 0x20 and <= 0x7E and not (byte)'%')
                encoded.Append((char)octet);
            else
                encoded.Append('%').Append(octet.ToString("X2"));
        }
        return encoded.ToString();
    }
}
