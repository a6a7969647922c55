using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Projects.Host.Gateway.OpenApi;

/// <summary>The contract as its authors wrote it, comments included: generated code drops them, the embedded descriptor set keeps them.</summary>
internal sealed class ContractDescription
{
    private readonly Dictionary<string, string> _variables;

    private ContractDescription(IEnumerable<FileDescriptor> files)
    {
        var own = files.Where(file => file.Package == "projects.v1").ToList();
        Services = [.. own.SelectMany(file => file.Services).OrderBy(service => service.Name, StringComparer.Ordinal)];
        _variables = VariablesIn(own.SelectMany(file => file.MessageTypes));
    }

    public IReadOnlyList<ServiceDescriptor> Services { get; }

    public static ContractDescription Read()
    {
        using var stream = typeof(V1.ParkService).Assembly.GetManifestResourceStream("projects.v1.binpb")!;
        var set = FileDescriptorSet.Parser.ParseFrom(stream);
        var extensions = new ExtensionRegistry { AnnotationsExtensions.Http, FieldBehaviorExtensions.FieldBehavior, ResourceExtensions.Resource };
        return new(FileDescriptor.BuildFromByteStrings(set.File.Select(file => file.ToByteString()), extensions));
    }

    /// <summary>What a collection's member is called in resource names: project for projects, number for issues.</summary>
    public string VariableOf(string collection) => _variables[collection];

    /// <summary>The comment above a message, field, value, service or method; empty when there is none.</summary>
    public static string CommentOn(IDescriptor descriptor)
    {
        var comment = descriptor switch
        {
            MessageDescriptor message => message.Declaration?.LeadingComments,
            FieldDescriptor field => field.Declaration?.LeadingComments,
            EnumDescriptor type => type.Declaration?.LeadingComments,
            EnumValueDescriptor value => value.Declaration?.LeadingComments,
            ServiceDescriptor service => service.Declaration?.LeadingComments,
            MethodDescriptor method => method.Declaration?.LeadingComments,
            _ => null,
        };
        return string.Join(' ', (comment ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    public static bool Has(FieldDescriptor field, FieldBehavior behavior) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior)?.Contains(behavior) == true;

    public static bool IsResource(MessageDescriptor message) => message.GetOptions()?.GetExtension(ResourceExtensions.Resource) is not null;

    private static Dictionary<string, string> VariablesIn(IEnumerable<MessageDescriptor> messages)
    {
        var variables = new Dictionary<string, string>();
        foreach (var pattern in messages.Where(IsResource).SelectMany(message => message.GetOptions().GetExtension(ResourceExtensions.Resource).Pattern))
        {
            var parts = pattern.Split('/');
            for (var i = 0; i + 1 < parts.Length; i += 2)
                variables[parts[i]] = parts[i + 1].Trim('{', '}');
        }
        return variables;
    }
}
