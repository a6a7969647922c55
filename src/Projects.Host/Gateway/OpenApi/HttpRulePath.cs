using System.Text.RegularExpressions;
using Google.Api;

namespace Projects.Host.Gateway.OpenApi;

/// <summary>The path of a google.api.http rule, with one variable a resource segment as OpenAPI wants it.</summary>
/// <param name="Verb">The HTTP method.</param>
/// <param name="Path">Such as <c>/v1/parks/{park}/projects/{project}:history</c>.</param>
/// <param name="Variables">The variables of the path, in order.</param>
/// <param name="Bound">The request fields the path fills, such as <c>name</c> or <c>unit.name</c>.</param>
internal sealed partial record HttpRulePath(HttpMethod Verb, string Path, IReadOnlyList<string> Variables, IReadOnlySet<string> Bound)
{
    public static HttpRulePath Of(HttpRule rule, ContractDescription contract)
    {
        var (verb, template) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => (HttpMethod.Get, rule.Get),
            HttpRule.PatternOneofCase.Post => (HttpMethod.Post, rule.Post),
            HttpRule.PatternOneofCase.Patch => (HttpMethod.Patch, rule.Patch),
            HttpRule.PatternOneofCase.Delete => (HttpMethod.Delete, rule.Delete),
            _ => throw new NotSupportedException($"An http rule of kind {rule.PatternCase}."),
        };
        var variables = new List<string>();
        var bound = new HashSet<string>();
        var path = Variable().Replace(template, match =>
        {
            bound.Add(match.Groups["field"].Value);
            return Expand(match.Groups["pattern"].Value, contract, variables);
        });
        return new(verb, path, variables, bound);
    }

    private static string Expand(string pattern, ContractDescription contract, List<string> variables)
    {
        var parts = pattern.Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i] != "*")
                continue;
            var variable = contract.VariableOf(parts[i - 1]);
            variables.Add(variable);
            parts[i] = $"{{{variable}}}";
        }
        return string.Join('/', parts);
    }

    [GeneratedRegex(@"\{(?<field>[a-z_.]+)=(?<pattern>[^}]+)\}")]
    private static partial Regex Variable();
}
