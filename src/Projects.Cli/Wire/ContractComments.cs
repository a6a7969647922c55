using Google.Api;

namespace Projects.Cli.Wire;

/// <summary>What the contract's authors say of a field, verb or value: generated code drops it, the embedded descriptor set keeps it.</summary>
internal static class ContractComments
{
    private static readonly Lazy<Dictionary<string, string>> Comments = new(Read);

    /// <summary>The comment in one line; empty when there is none.</summary>
    public static string On(IDescriptor descriptor) => Comments.Value.GetValueOrDefault(descriptor.FullName, "");

    /// <summary>The Chinese term a comment begins with, as 整改中 for ISSUE_STATE_RECTIFYING; empty when it begins otherwise.</summary>
    public static string Term(IDescriptor descriptor) => string.Concat(On(descriptor).TakeWhile(letter => letter is >= '\u4e00' and <= '\u9fff'));

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(ParkService).Assembly.GetManifestResourceStream("projects.v1.binpb")!;
        var set = FileDescriptorSet.Parser.ParseFrom(stream);
        var extensions = new ExtensionRegistry { AnnotationsExtensions.Http, FieldBehaviorExtensions.FieldBehavior, ResourceExtensions.Resource };
        var own = FileDescriptor.BuildFromByteStrings(set.File.Select(file => file.ToByteString()), extensions).Where(file => file.Package == "projects.v1").ToList();
        var comments = new Dictionary<string, string>();
        foreach (var message in own.SelectMany(file => file.MessageTypes))
        {
            foreach (var field in message.Fields.InDeclarationOrder())
                comments[field.FullName] = OneLine(field.Declaration);
        }
        foreach (var value in own.SelectMany(file => file.EnumTypes).SelectMany(type => type.Values))
            comments[value.FullName] = OneLine(value.Declaration);
        foreach (var method in own.SelectMany(file => file.Services).SelectMany(service => service.Methods))
            comments[method.FullName] = OneLine(method.Declaration);
        return comments;
    }

    private static string OneLine(DescriptorDeclaration? declaration) =>
        string.Join(' ', (declaration?.LeadingComments ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
