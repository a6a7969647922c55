using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Projects.Host.Gateway.OpenApi;

/// <summary>One method of the contract as an HTTP operation.</summary>
internal sealed class ContractOperation(OpenApiDocument document, ContractSchemas schemas, MethodDescriptor method, HttpRule rule, HttpRulePath path)
{
    public OpenApiOperation Describe()
    {
        var comment = ContractDescription.CommentOn(method);
        var operation = new OpenApiOperation
        {
            OperationId = $"{method.Service.Name}_{method.Name}",
            Summary = FirstSentence(comment),
            Description = comment,
            Tags = new HashSet<OpenApiTagReference> { new(method.Service.Name, document) },
            Parameters = [.. PathParameters(), .. QueryParameters()],
            Responses = new OpenApiResponses { ["200"] = Answer(), ["default"] = new OpenApiResponseReference("Refusal", document) },
        };
        if (rule.Body.Length > 0)
            operation.RequestBody = Body();
        return operation;
    }

    private IEnumerable<OpenApiParameter> PathParameters() => path.Variables.Select(variable => new OpenApiParameter
    {
        Name = variable,
        In = ParameterLocation.Path,
        Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    private IEnumerable<OpenApiParameter> QueryParameters() =>
        rule.Body == "*" ? [] : method.InputType.Fields.InDeclarationOrder()
            .Where(field => field.Name != rule.Body && !path.Bound.Contains(field.Name))
            .SelectMany(field => Flatten(field, prefix: ""));

    // A message in a query is given field by field: filter.overdue.
    private IEnumerable<OpenApiParameter> Flatten(FieldDescriptor field, string prefix)
    {
        var name = prefix + field.JsonName;
        if (field.FieldType is FieldType.Message && !field.MessageType.FullName.StartsWith("google.protobuf.", StringComparison.Ordinal))
            return field.MessageType.Fields.InDeclarationOrder().SelectMany(inner => Flatten(inner, name + "."));
        return [new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Required = prefix.Length == 0 && ContractDescription.Has(field, FieldBehavior.Required),
            Description = ContractDescription.CommentOn(field),
            Schema = schemas.Of(field),
        }];
    }

    private OpenApiRequestBody Body()
    {
        var schema = rule.Body == "*"
            ? schemas.OfBody(method.InputType, path.Bound)
            : schemas.Of(method.InputType.FindFieldByName(rule.Body));
        return new OpenApiRequestBody { Required = true, Content = Json(schema) };
    }

    private OpenApiResponse Answer() => new()
    {
        Description = method.IsServerStreaming ? "One JSON message a line, until the caller leaves." : "Done.",
        Content = Json(schemas.Of(method.OutputType)),
    };

    private static Dictionary<string, IOpenApiMediaType> Json(IOpenApiSchema schema) =>
        new() { ["application/json"] = new OpenApiMediaType { Schema = schema } };

    private static string FirstSentence(string comment)
    {
        var end = comment.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? comment.TrimEnd('.') : comment[..end];
    }
}
