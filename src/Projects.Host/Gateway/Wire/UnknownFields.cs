using System.Text.Json;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;

namespace Projects.Host.Gateway;

/// <summary>
/// Over JSON a field or query parameter the contract does not have is refused by name. Transcoding passes over it, and a filter misspelt would answer
/// with everything. The body is read once more for it; at most 1 MB. What cannot be read is left to transcoding to refuse.
/// </summary>
internal sealed class UnknownFields(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is { } transcoded)
        {
            var fields = new WireFields(context.Language());
            Query(context.Request.Query, transcoded.MethodDescriptor.InputType, fields);
            if (BodyOf(transcoded) is { } message)
                await BodyAsync(context.Request, message, fields);
            if (fields.Refusal is { } refusal)
            {
                await RefusalResponse.WriteAsync(context, refusal.ToRpcException(context.Language()));
                return;
            }
        }
        await next(context);
    }

    private static void Query(IQueryCollection query, MessageDescriptor request, WireFields fields)
    {
        foreach (var parameter in query.Keys)
        {
            var (known, message) = (request, request);
            foreach (var segment in parameter.Split('.'))
            {
                if (message is null || Find(message, segment) is not { } field)
                {
                    Unknown(parameter, known, fields);
                    break;
                }
                message = MessageOf(field);
                known = message ?? known;
            }
        }
    }

    private static async Task BodyAsync(HttpRequest request, MessageDescriptor message, WireFields fields)
    {
        if (!request.HasJsonContentType())
            return;
        request.EnableBuffering();
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            Walk(body.RootElement, message, "", fields);
        }
        catch (JsonException)
        {
            // No JSON at all: said by transcoding in its turn.
        }
        request.Body.Position = 0;
    }

    private static void Walk(JsonElement said, MessageDescriptor message, string path, WireFields fields)
    {
        if (said.ValueKind is not JsonValueKind.Object)
            return;
        foreach (var property in said.EnumerateObject())
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (Find(message, property.Name) is not { } field)
                Unknown(at, message, fields);
            else if (MessageOf(field) is not { } inner)
                continue;
            else if (!field.IsRepeated)
                Walk(property.Value, inner, at, fields);
            else if (property.Value.ValueKind is JsonValueKind.Array)
                foreach (var (index, item) in property.Value.EnumerateArray().Index())
                    Walk(item, inner, $"{at}[{index}]", fields);
        }
    }

    private static FieldDescriptor? Find(MessageDescriptor message, string name) =>
        message.Fields.InDeclarationOrder().FirstOrDefault(field => field.JsonName == name || field.Name == name);

    /// <summary>Null where JSON has another shape than the message's own fields: scalars, maps, and the well-known types.</summary>
    private static MessageDescriptor? MessageOf(FieldDescriptor field) =>
        field.FieldType is FieldType.Message && !field.IsMap && field.MessageType.File.Package != "google.protobuf" ? field.MessageType : null;

    /// <summary>The message the body is; null when there is none.</summary>
    private static MessageDescriptor? BodyOf(GrpcJsonTranscodingMetadata transcoded) => transcoded.HttpRule?.Body switch
    {
        null or "" => null,
        "*" => transcoded.MethodDescriptor.InputType,
        var name => transcoded.MethodDescriptor.InputType.FindFieldByName(name) is { } field ? MessageOf(field) : null,
    };

    private static void Unknown(string name, MessageDescriptor message, WireFields fields)
    {
        var known = message.Fields.InDeclarationOrder().Select(field => field.JsonName).ToList();
        fields.Fault(name, $"接口没有这个字段；可用：{string.Join('、', known)}", $"is not in the contract; there are {string.Join(", ", known)}");
    }
}
