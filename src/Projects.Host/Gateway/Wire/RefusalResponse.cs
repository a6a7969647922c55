using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Projects.Host.Identity;
using RpcStatus = Google.Rpc.Status;

namespace Projects.Host.Gateway;

/// <summary>
/// Says no before a method is reached, in the manner of the caller's wire: a trailers-only answer to gRPC, an HTTP status
/// with the same google.rpc.Status as JSON to everybody else.
/// </summary>
internal static class RefusalResponse
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithTypeRegistry(Refusing.Details));

    public static async Task WriteAsync(HttpContext context, IdentityRefusal refusal)
    {
        var response = context.Response;
        var status = refusal.ToStatus(SpokenLanguage.Of(context.Request.Headers.AcceptLanguage.ToString()));
        if (refusal.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0");
        if (IsGrpc(context.Request))
        {
            response.StatusCode = StatusCodes.Status200OK;
            response.ContentType = "application/grpc";
            response.Headers["grpc-status"] = status.Code.ToString();
            response.Headers["grpc-message"] = PercentEncoded(status.Message);
            response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
            return;
        }
        await WriteJsonAsync(context, status);
    }

    /// <summary>A refusal of an endpoint that stands beside the contract, as transcoding would say it.</summary>
    public static Task WriteAsync(HttpContext context, RpcException refusal) =>
        WriteJsonAsync(context, refusal.GetRpcStatus() ?? new RpcStatus { Code = (int)refusal.StatusCode, Message = refusal.Status.Detail });

    /// <summary>What the server itself refuses before any method is reached, under the HTTP status it chose.</summary>
    public static Task WriteAsync(HttpContext context, Reason reason, Text words, int httpStatus)
    {
        var status = new IdentityRefusal(reason, words).ToStatus(SpokenLanguage.Of(context.Request.Headers.AcceptLanguage.ToString()));
        context.Response.StatusCode = httpStatus;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Json.Format(status), context.RequestAborted);
    }

    /// <summary>The same refusal from inside a method.</summary>
    public static RpcException ToRpcException(this IdentityRefusal refusal, Language language) => refusal.ToStatus(language).ToRpcException();

    private static RpcStatus ToStatus(this IdentityRefusal refusal, Language language)
    {
        var status = new RpcStatus { Code = (int)CodeOf(refusal.Reason), Message = refusal.Message.In(language) };
        var reason = JsonNamingPolicy.SnakeCaseUpper.ConvertName(refusal.Reason.ToString());
        status.Details.Add(Any.Pack(new ErrorInfo { Domain = "projects", Reason = reason }));
        if (!refusal.Fields.IsEmpty)
        {
            var fields = new BadRequest();
            foreach (var fault in refusal.Fields)
                fields.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = fault.Field, Description = fault.Fault.In(language), Reason = reason });
            status.Details.Add(Any.Pack(fields));
        }
        if (refusal.RetryAfter is { } wait)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = language.Tag(), Message = status.Message }));
        return status;
    }

    private static Code CodeOf(Reason reason) => reason switch
    {
        Reason.Unauthenticated => Code.Unauthenticated,
        Reason.Forbidden => Code.PermissionDenied,
        Reason.NotFound => Code.NotFound,
        Reason.NumberTaken => Code.AlreadyExists,
        Reason.Conflict => Code.Aborted,
        Reason.RateLimited => Code.ResourceExhausted,
        _ => Code.InvalidArgument,
    };

    private static Task WriteJsonAsync(HttpContext context, RpcStatus status)
    {
        context.Response.StatusCode = HttpStatusOf((Code)status.Code);
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
