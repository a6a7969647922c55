using Google.Api;
using GoogleDate = Google.Type.Date;

namespace Projects.Cli.Wire;

/// <summary>One field a person may give, in the request itself or in a message it carries.</summary>
/// <param name="Path">From the request down; the last is the field.</param>
/// <param name="IsRequired">Every step of the way down is.</param>
internal sealed record Field(IReadOnlyList<FieldDescriptor> Path, bool IsRequired)
{
    private static readonly HashSet<string> Carriers = ["issue", "particulars", "take_over", "issue_list", "totals", "investment", "plan", "milestone",
        "project", "benefit", "unit", "person", "appointment", "delegation", "policy", "labels", "vocabulary", "token", "filter", "visit", "meeting", "as_of"];

    public FieldDescriptor Leaf => Path[^1];

    /// <summary>The name of what is written to, or of what it lies in: given as the verb's argument or by --project and --park.</summary>
    public bool IsSubject => Leaf.Name == "name" || (Leaf.Name == "parent" && Path.Count == 1);

    /// <summary>--tier for tiers, --amount for amount_fen, --id for milestone_id, --as-of and --known for the two clocks of a look back.</summary>
    public string Option => "--" + (Leaf.Name switch
    {
        "effective_date" when Path is [.., { Name: "as_of" }, _] => "as-of",
        "known_time" => "known",
        "request_id" => "request-id",
        "effective_date" => "effective",
        "criteria" => "criterion",
        "statuses" => "status",
        "months_fen" => "month-amount",
        "due_date" => "due",
        "resume_token" => "resume",
        "order_by" => "order",
        "due_in" => "due-in",
        _ when Leaf.Name.EndsWith("_id", StringComparison.Ordinal) && Path.Count == 1 => "id",
        var name when name.EndsWith("_fen", StringComparison.Ordinal) => name[..^4],
        var name when Leaf.IsRepeated && name.EndsWith('s') => name[..^1],
        var name => name,
    }).Replace('_', '-');

    /// <summary>Every field of a request that can be written, carried messages opened up.</summary>
    public static IReadOnlyList<Field> Of(MessageDescriptor request) => [.. Within(request, [], true, request.FindFieldByName("update_mask") is not null)];

    public IMessage Holder(IMessage request)
    {
        foreach (var step in Path.SkipLast(1))
        {
            if (step.Accessor.GetValue(request) is not IMessage inner)
                step.Accessor.SetValue(request, inner = step.MessageType.Parser.ParseFrom(ByteString.Empty));
            request = inner;
        }
        return request;
    }

    public static bool Has(FieldDescriptor field, FieldBehavior behavior) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior)?.Contains(behavior) == true;

    private static IEnumerable<Field> Within(MessageDescriptor message, IReadOnlyList<FieldDescriptor> above, bool required, bool updates)
    {
        foreach (var field in message.Fields.InFieldNumberOrder())
        {
            if (Has(field, FieldBehavior.OutputOnly) || field.Name is "update_mask" or "page_token" || (above.Count > 0 && Has(field, FieldBehavior.Identifier) && !updates))
                continue;
            var needed = required && Has(field, FieldBehavior.Required) && !(updates && above.Count > 0);
            IReadOnlyList<FieldDescriptor> path = [.. above, field];
            if (field.FieldType == FieldType.Message && !field.IsRepeated && Carriers.Contains(field.Name) && field.MessageType.FullName != GoogleDate.Descriptor.FullName)
            {
                foreach (var inner in Within(field.MessageType, path, needed, updates))
                    yield return inner;
            }
            else
            {
                yield return new(path, needed);
            }
        }
    }
}
