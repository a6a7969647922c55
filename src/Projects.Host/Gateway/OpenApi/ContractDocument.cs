using Google.Api;
using Microsoft.OpenApi;

namespace Projects.Host.Gateway.OpenApi;

/// <summary>The OpenAPI 3.1 document of the JSON API, made from the contract alone: what is transcoded is described, and nothing else.</summary>
internal static class ContractDocument
{
    private const string Bearer = "bearer";

    public static OpenApiDocument Describe()
    {
        var contract = ContractDescription.Read();
        var document = Empty();
        var schemas = new ContractSchemas(document);
        document.AddComponent("Refusal", Refusal());

        foreach (var service in contract.Services)
        {
            document.Tags!.Add(new OpenApiTag { Name = service.Name, Description = ContractDescription.CommentOn(service) });
            foreach (var method in service.Methods)
            {
                if (method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not { } rule)
                    continue;
                var path = HttpRulePath.Of(rule, contract);
                var operation = new ContractOperation(document, schemas, method, rule, path).Describe();
                // Signing in is the one call nobody can have a token for.
                if (method.FullName == "projects.v1.SessionService.CreateSession")
                    operation.Security = [new OpenApiSecurityRequirement()];
                Add(document, path, operation);
            }
        }
        document.RegisterComponents();
        return document;
    }

    private static void Add(OpenApiDocument document, HttpRulePath path, OpenApiOperation operation)
    {
        if (!document.Paths.TryGetValue(path.Path, out var item))
            document.Paths[path.Path] = item = new OpenApiPathItem { Operations = [] };
        item.Operations!.Add(path.Verb, operation);
    }

    private static OpenApiDocument Empty()
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "重大项目与问题台账 · Projects and issue ledger",
                Version = "v1",
                Description = "The same contract as gRPC on the other port. Accept-Language chooses zh-CN (default) or en.",
            },
            Paths = [],
            Tags = new HashSet<OpenApiTag>(),
            Components = new OpenApiComponents
            {
                Schemas = new Dictionary<string, IOpenApiSchema>(),
                Responses = new Dictionary<string, IOpenApiResponse>(),
                SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [Bearer] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        Description = "The bearer_token of POST /v1/sessions, or a program's prk_… token.",
                    },
                },
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return document;
    }

    private static OpenApiResponse Refusal()
    {
        var detail = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema> { ["@type"] = new OpenApiSchema { Type = JsonSchemaType.String } },
            Description = "google.rpc.ErrorInfo (domain projects, reason, metadata), BadRequest (field violations) or LocalizedMessage.",
        };
        var status = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "google.rpc.Status.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "google.rpc.Code." },
                ["message"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The obstacle in the caller's language." },
                ["details"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = detail },
            },
        };
        return new OpenApiResponse
        {
            Description = "Refused or failed; the reason is in google.rpc.ErrorInfo.",
            Content = new Dictionary<string, IOpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = status } },
        };
    }
}
