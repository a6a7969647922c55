using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Projects.Host.Identity;
using GrpcStatus = Google.Rpc.Status;

namespace Projects.Host.Gateway;

/// <summary>
/// What a "no" says on the wire, as google.rpc.Status: the reason for programs, words for people, the fields at fault, what is allowed now.
/// A method throws it; where no method is reached, <see cref="RefusalResponse"/> writes it.
/// </summary>
internal static class Refusing
{
    /// <summary>The domain of every ErrorInfo this server sends.</summary>
    public const string Domain = "projects";

    /// <summary>What the details of an error are made of, for whoever writes them as JSON.</summary>
    public static TypeRegistry Details { get; } =
        TypeRegistry.FromMessages(ErrorInfo.Descriptor, BadRequest.Descriptor, RetryInfo.Descriptor, LocalizedMessage.Descriptor);

    /// <summary>A refusal at the door, where nothing is said that a park calls by a label or name of its own.</summary>
    public static RpcException ToRpcException(this Refusal refusal, Language language) => refusal.ToRpcException(Naming.Platform, language);

    /// <summary>A refusal of the rules, in the words of the caller's park: the message says names, the details codes.</summary>
    public static RpcException ToRpcException(this Refusal refusal, Naming names, Language language) =>
        StatusOf(refusal.Reason, InfoOf(refusal), Words.Of(refusal, names), refusal.Fields, retryAfter: null, language).ToRpcException();

    public static RpcException ToRpcException(this IdentityRefusal refusal, Language language) => refusal.ToStatus(language).ToRpcException();

    public static GrpcStatus ToStatus(this IdentityRefusal refusal, Language language) =>
        StatusOf(refusal.Reason, InfoOf(refusal.Reason), refusal.Message, refusal.Fields, refusal.RetryAfter, language);

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

    private static GrpcStatus StatusOf(Reason reason, ErrorInfo info, Text words, ImmutableArray<FieldFault> faults, TimeSpan? retryAfter, Language language)
    {
        var status = new GrpcStatus { Code = (int)CodeOf(reason), Message = words.In(language) };
        status.Details.Add(Any.Pack(info));
        if (!faults.IsEmpty)
            status.Details.Add(Any.Pack(FieldsOf(faults, reason, language)));
        if (retryAfter is { } wait)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = language.Tag(), Message = status.Message }));
        return status;
    }

    private static ErrorInfo InfoOf(Reason reason) => new() { Domain = Domain, Reason = Of(reason) };

    /// <summary>The facts of the refusal, each under its own name; lists are joined by commas.</summary>
    private static ErrorInfo InfoOf(Refusal refusal)
    {
        var info = InfoOf(refusal.Reason);
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

    private static BadRequest FieldsOf(ImmutableArray<FieldFault> faults, Reason reason, Language language)
    {
        var fields = new BadRequest();
        foreach (var fault in faults)
            fields.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = fault.Field, Description = fault.Fault.In(language), Reason = Of(reason) });
        return fields;
    }
}
