using System.Collections.Frozen;
using System.Text.Json;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using GrpcStatus = Google.Rpc.Status;

namespace Projects.Host.Gateway;

/// <summary>From a refusal of the rules to google.rpc.Status: the reason for programs, words for people, the fields at fault, what is allowed now.</summary>
internal static class Refusing
{
    /// <summary>The domain of every ErrorInfo this server sends.</summary>
    public const string Domain = "projects";

    /// <summary>What the details of an error are made of, for whoever writes them as JSON.</summary>
    public static TypeRegistry Details { get; } =
        TypeRegistry.FromMessages(ErrorInfo.Descriptor, BadRequest.Descriptor, RetryInfo.Descriptor, LocalizedMessage.Descriptor);

    public static RpcException ToRpcException(this Refusal refusal, Language language)
    {
        var status = new GrpcStatus { Code = (int)CodeOf(refusal.Reason), Message = Words.Of(refusal).In(language) };
        status.Details.Add(Any.Pack(InfoOf(refusal)));
        if (!refusal.Fields.IsEmpty)
            status.Details.Add(Any.Pack(FieldsOf(refusal, language)));
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = language.Tag(), Message = status.Message }));
        return status.ToRpcException();
    }

    /// <summary>The reason as it stands in ErrorInfo: SEPARATION_OF_DUTIES for <see cref="Reason.SeparationOfDuties"/>.</summary>
    public static string Of(Reason reason) => Names[reason];

    private static readonly FrozenDictionary<Reason, string> Names =
        System.Enum.GetValues<Reason>().ToFrozenDictionary(reason => reason, reason => JsonNamingPolicy.SnakeCaseUpper.ConvertName(reason.ToString()));

    /// <summary>The canonical code a reason travels with.</summary>
    public static Code CodeOf(Reason reason) => reason switch
    {
        Reason.Unauthenticated => Code.Unauthenticated,
        Reason.Forbidden or Reason.SeparationOfDuties => Code.PermissionDenied,
        Reason.NotFound => Code.NotFound,
        Reason.NumberTaken => Code.AlreadyExists,
        Reason.Conflict => Code.Aborted,
        Reason.RateLimited => Code.ResourceExhausted,
        Reason.Invalid or Reason.FutureDate or Reason.ReasonRequired or Reason.BasisMix or Reason.ImportRow => Code.InvalidArgument,
        _ => Code.FailedPrecondition,
    };

    /// <summary>The facts of the refusal, each under its own name; lists are joined by commas.</summary>
    private static ErrorInfo InfoOf(Refusal refusal)
    {
        var info = new ErrorInfo { Domain = Domain, Reason = Of(refusal.Reason) };
        info.Metadata["refusal"] = refusal.GetType().Name;
        foreach (var fact in JsonSerializer.SerializeToElement(refusal, refusal.GetType(), DomainJson.Options).EnumerateObject())
        {
            if (fact.Name is not ("reason" or "fields" or "faults" or "allowed") && Flat(fact.Value) is { } value)
                info.Metadata[fact.Name] = value;
        }
        if (!refusal.Allowed.IsEmpty)
            info.Metadata["allowed"] = string.Join(",", refusal.Allowed);
        return info;
    }

    private static string? Flat(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Array => string.Join(",", value.EnumerateArray().Select(Flat)),
        _ => null,
    };

    private static BadRequest FieldsOf(Refusal refusal, Language language)
    {
        var fields = new BadRequest();
        foreach (var fault in refusal.Fields)
            fields.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = fault.Field, Description = fault.Fault.In(language), Reason = Of(refusal.Reason) });
        return fields;
    }
}
