using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Projects.Host.Gateway.OpenApi;

/// <summary>The contract's messages as JSON schemas, after proto3's JSON mapping; each lands once among the document's components.</summary>
internal sealed class ContractSchemas(OpenApiDocument document)
{
    private static readonly Dictionary<string, (string Format, string Description)> WellKnown = new()
    {
        ["google.protobuf.Timestamp"] = ("date-time", "An instant, UTC."),
        ["google.protobuf.FieldMask"] = ("field-mask", "Field names separated by commas."),
    };

    /// <summary>A reference to the message's schema, or the string it is written as.</summary>
    public IOpenApiSchema Of(MessageDescriptor message)
    {
        if (WellKnown.TryGetValue(message.FullName, out var known))
            return new OpenApiSchema { Type = JsonSchemaType.String, Format = known.Format, Description = known.Description };
        if (Register(message.Name, out var schema))
            Fill(schema, message, without: new HashSet<string>());
        return new OpenApiSchemaReference(message.Name, document);
    }

    /// <summary>A request read from the body: what the path fills is not part of it.</summary>
    public IOpenApiSchema OfBody(MessageDescriptor message, IReadOnlySet<string> without)
    {
        if (Register(message.Name, out var schema))
            Fill(schema, message, without);
        return new OpenApiSchemaReference(message.Name, document);
    }

    public IOpenApiSchema Of(FieldDescriptor field)
    {
        var single = OfSingle(field);
        return field.IsRepeated ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = single } : single;
    }

    private bool Register(string name, out OpenApiSchema schema)
    {
        schema = new OpenApiSchema();
        var schemas = document.Components!.Schemas!;
        if (schemas.ContainsKey(name))
            return false;
        document.AddComponent(name, schema);
        return true;
    }

    private void Fill(OpenApiSchema schema, MessageDescriptor message, IReadOnlySet<string> without)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = ContractDescription.CommentOn(message);
        schema.Properties = new Dictionary<string, IOpenApiSchema>();
        foreach (var field in message.Fields.InDeclarationOrder().Where(field => !without.Contains(field.Name)))
            schema.Properties[field.JsonName] = Property(field);
        // A resource is also sent in parts, by PATCH; only what is never sent in parts can require a field.
        if (!ContractDescription.IsResource(message))
            schema.Required = Required(message, without);
    }

    private static HashSet<string>? Required(MessageDescriptor message, IReadOnlySet<string> without)
    {
        var required = message.Fields.InDeclarationOrder()
            .Where(field => !without.Contains(field.Name) && ContractDescription.Has(field, FieldBehavior.Required))
            .Select(field => field.JsonName)
            .ToHashSet();
        return required.Count == 0 ? null : required;
    }

    private IOpenApiSchema Property(FieldDescriptor field)
    {
        var schema = Of(field);
        var (comment, output, input) = (
            ContractDescription.CommentOn(field), ContractDescription.Has(field, FieldBehavior.OutputOnly), ContractDescription.Has(field, FieldBehavior.InputOnly));
        if (schema is OpenApiSchema plain)
            (plain.Description, plain.ReadOnly, plain.WriteOnly) = (comment, output, input);
        else if (schema is OpenApiSchemaReference reference)
            (reference.Description, reference.ReadOnly, reference.WriteOnly) = (comment, output, input);
        return schema;
    }

    private IOpenApiSchema OfSingle(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => Of(field.MessageType),
        FieldType.Enum => Of(field.EnumType),
        FieldType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        FieldType.Int32 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
        FieldType.Int64 => new OpenApiSchema { Type = JsonSchemaType.String, Format = "int64" },
        FieldType.Bytes => new OpenApiSchema { Type = JsonSchemaType.String, Format = "byte" },
        FieldType.String => new OpenApiSchema { Type = JsonSchemaType.String },
        _ => throw new NotSupportedException($"{field.FullName} is of type {field.FieldType}, which the contract does not use."),
    };

    private OpenApiSchemaReference Of(EnumDescriptor type)
    {
        if (Register(type.Name, out var schema))
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. type.Values.Select(value => (JsonNode)value.Name)];
            var values = type.Values.Select(value => $"- `{value.Name}` {ContractDescription.CommentOn(value)}");
            schema.Description = $"{ContractDescription.CommentOn(type)}\n\n{string.Join('\n', values)}";
        }
        return new OpenApiSchemaReference(type.Name, document);
    }
}
