using System.Net;
using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;
using Projects.V1;

namespace Projects.Gateway.Tests.OpenApi;

/// <summary>The JSON API describes itself wholly and correctly; judged from the outside, over HTTP.</summary>
public sealed class OpenApiDocumentTests(DescribedServer server) : IClassFixture<DescribedServer>
{
    private static readonly FileDescriptor[] Files =
    [
        ParkServiceReflection.Descriptor, ProjectServiceReflection.Descriptor, MilestoneServiceReflection.Descriptor, InvestmentReflection.Descriptor,
        ListsReflection.Descriptor, IssueServiceReflection.Descriptor, LedgerReflection.Descriptor, EvidenceReflection.Descriptor, SessionsReflection.Descriptor,
        AccountsReflection.Descriptor, UrgingServiceReflection.Descriptor, VisitsReflection.Descriptor, MeetingsReflection.Descriptor,
        WeeklyReportsReflection.Descriptor, WorkbooksReflection.Descriptor, ImportsReflection.Descriptor,
    ];

    public static TheoryData<string> TranscodedMethods => [.. Transcoded().Select(method => method.FullName)];

    [Fact]
    public void It_is_valid_OpenAPI_3_1()
    {
        Assert.Empty(server.Diagnostic.Errors);
        Assert.Empty(server.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, server.Diagnostic.SpecificationVersion);
    }

    [Theory]
    [MemberData(nameof(TranscodedMethods))]
    public void Every_transcoded_method_is_there_with_all_its_fields(string fullName)
    {
        var method = Transcoded().Single(m => m.FullName == fullName);
        var rule = RuleOf(method)!;

        var (path, verb, operation) = Operations().Single(o => o.Operation.OperationId == $"{method.Service.Name}_{method.Name}");

        Assert.Equal(rule.PatternCase.ToString(), verb.Method, ignoreCase: true);
        Assert.Equal(CustomVerbOf(rule), path.Contains(':') ? path[path.IndexOf(':')..] : "");
        Assert.Equal(path.Count(c => c == '{'), ParametersOf(operation).Count(p => p.In == ParameterLocation.Path));
        Assert.False(string.IsNullOrEmpty(operation.Description), "The method's comment is its description.");
        Assert.Equal(rule.Body.Length > 0, operation.RequestBody is not null);
        foreach (var field in method.InputType.Fields.InDeclarationOrder().Where(field => !TemplateOf(rule).Contains($"{{{field.Name}=")))
            Assert.True(IsGiven(field, rule, operation), $"{field.FullName} can be given neither in the query nor in the body.");
    }

    [Fact]
    public void Nothing_else_is_there() => Assert.Equal(Transcoded().Count(), Operations().Count());

    [Fact]
    public void A_command_on_an_issue_reads_as_the_guide_says()
    {
        var operation = server.Document.Paths["/v1/parks/{park}/projects/{project}/issues/{number}:requestClosure"].Operations![HttpMethod.Post];

        Assert.Equal(["park", "project", "number"], ParametersOf(operation).Select(p => p.Name));
        Assert.Equal(["requestId", "etag", "effectiveDate", "statement"], BodyOf(operation).Properties!.Keys);
        Assert.Contains("NO_EVIDENCE", operation.Description);
    }

    [Fact]
    public void A_filter_of_the_ledger_is_given_field_by_field()
    {
        var operation = server.Document.Paths["/v1/parks/{park}/issues"].Operations![HttpMethod.Get];

        Assert.Superset(
            new HashSet<string> { "filter.states", "filter.overdue", "filter.tiers", "filter.text", "orderBy", "pageSize", "pageToken" },
            ParametersOf(operation).Select(p => p.Name!).ToHashSet());
    }

    [Fact]
    public void Signing_in_alone_needs_no_token()
    {
        var open = Operations().Where(o => o.Operation.Security is { } security && security.Any(requirement => requirement.Count == 0));

        Assert.Equal("SessionService_CreateSession", Assert.Single(open).Operation.OperationId);
        Assert.Equal("bearer", Assert.Single(Assert.Single(server.Document.Security!).Keys).Reference.Id);
    }

    [Fact]
    public async Task The_page_for_people_takes_nothing_from_elsewhere()
    {
        var answer = await server.Client.GetAsync("/openapi/");
        var page = await answer.Content.ReadAsStringAsync();
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];

        Assert.StartsWith("default-src 'self';", policy);
        Assert.Contains($"nonce=\"{nonce}\"", page);
        Assert.DoesNotContain("http://", page);
        Assert.DoesNotContain("https://", page);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/openapi/scalar.js")).StatusCode);
    }

    private IEnumerable<(string Path, HttpMethod Verb, OpenApiOperation Operation)> Operations() =>
        server.Document.Paths.SelectMany(path => path.Value.Operations!.Select(operation => (path.Key, operation.Key, operation.Value)));

    private static bool IsGiven(FieldDescriptor field, HttpRule rule, OpenApiOperation operation) =>
        rule.Body == field.Name
        || (rule.Body == "*" && BodyOf(operation).Properties!.ContainsKey(field.JsonName))
        || ParametersOf(operation).Any(p => p.In == ParameterLocation.Query && (p.Name == field.JsonName || p.Name!.StartsWith(field.JsonName + ".", StringComparison.Ordinal)));

    private static IList<IOpenApiParameter> ParametersOf(OpenApiOperation operation) => operation.Parameters ?? [];

    private static IOpenApiSchema BodyOf(OpenApiOperation operation) => operation.RequestBody!.Content!["application/json"].Schema!;

    private static IEnumerable<MethodDescriptor> Transcoded() =>
        Files.SelectMany(file => file.Services).SelectMany(service => service.Methods).Where(method => RuleOf(method) is not null);

    private static HttpRule? RuleOf(MethodDescriptor method) => method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);

    private static string TemplateOf(HttpRule rule) => rule.Get + rule.Post + rule.Patch + rule.Delete;

    private static string CustomVerbOf(HttpRule rule)
    {
        var template = TemplateOf(rule);
        return template.Contains(':') ? template[template.IndexOf(':')..] : "";
    }
}
