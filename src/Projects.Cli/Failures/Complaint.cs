using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Rpc;

namespace Projects.Cli.Failures;

/// <summary>A field of the request and what is wrong with it.</summary>
internal sealed record FieldFault(string Field, string Fault);

/// <summary>Why a run failed, ready to be shown to a person or a program.</summary>
/// <param name="Reason">As in ErrorInfo, SEPARATION_OF_DUTIES; USAGE, UNAVAILABLE and UNEXPECTED are this client's own.</param>
/// <param name="Allowed">The commands that are allowed instead, by their names in the contract.</param>
/// <param name="Hint">What to do next; null when there is nothing to say.</param>
internal sealed record Complaint(
    int ExitCode, string Reason, string Message, IReadOnlyList<FieldFault> Fields, IReadOnlyList<string> Allowed, Said? Hint)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Complaint Of(Exception failure, Language language) => failure switch
    {
        NotSignedInException => new(ExitCodes.NotPermitted, "UNAUTHENTICATED", new Said("尚未登录。", "Nobody is signed in.").In(language), [], [], HintOf("UNAUTHENTICATED")),
        UsageException usage => new(ExitCodes.Usage, "USAGE", usage.Words.In(language), [], [], null),
        RpcException { StatusCode: not StatusCode.Cancelled } refused => Of(refused, language),
        RpcException or OperationCanceledException => new(ExitCodes.Interrupted, "INTERRUPTED", new Said("已中断。", "Interrupted.").In(language), [], [], null),
        _ => new(ExitCodes.Unexpected, "UNEXPECTED", failure.Message, [], [], null),
    };

    public void Write(TextWriter error, Language language, bool json)
    {
        if (json)
        {
            error.WriteLine(JsonSerializer.Serialize(
                new { exitCode = ExitCode, reason = Reason, message = Message, fields = Fields, allowed = Allowed, hint = Hint?.In(language) }, Json));
            return;
        }
        error.WriteLine($"{Message} [{Reason}]");
        foreach (var (field, fault) in Fields)
            error.WriteLine($"  {field}: {fault}");
        if (Allowed.Count > 0)
            error.WriteLine(new Said("  现在可以：", "  Allowed now: ").In(language) + string.Join(", ", Allowed.Select(action => ContractVerbs.OfAction(action)?.Verb ?? action)));
        if (Hint is not null)
            error.WriteLine($"  {Hint.In(language)}");
    }

    private static Complaint Of(RpcException refused, Language language)
    {
        var status = refused.GetRpcStatus();
        var info = status?.GetDetail<ErrorInfo>();
        var reason = info?.Reason ?? Own(refused.StatusCode);
        var message = status?.GetDetail<LocalizedMessage>()?.Message is { Length: > 0 } told ? told : refused.Status.Detail;
        if (info is null && refused.StatusCode is StatusCode.Unavailable)
            message = new Said("服务器没有应答。", "The server does not answer.").In(language);
        var fields = status?.GetDetail<BadRequest>()?.FieldViolations.Select(each => new FieldFault(each.Field, each.Description)).ToList();
        var allowed = info is not null && info.Metadata.TryGetValue("allowed", out var verbs)
            ? verbs.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        return new(ExitCodes.Of(refused.StatusCode), reason, message, fields ?? [], allowed, HintOf(reason));
    }

    private static string Own(StatusCode code) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.ToString());

    private static Said? HintOf(string reason) => reason switch
    {
        "UNAUTHENTICATED" => new("请先登录：projects sign-in", "Sign in first: projects sign-in"),
        "SEPARATION_OF_DUTIES" => new("须由另一人办理。", "Somebody else must do this."),
        "CONFLICT" => new("别人已先改动：请重新查看后再办。", "Somebody changed it first: look again, then decide."),
        "UNAVAILABLE" => new("请检查 --server；同一 --request-id 可安全重试。", "Check --server; repeating with the same --request-id is safe."),
        "RATE_LIMITED" => new("请稍后再试。", "Try again in a while."),
        _ => null,
    };
}
