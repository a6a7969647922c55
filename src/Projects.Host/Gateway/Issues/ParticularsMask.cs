using Google.Protobuf.WellKnownTypes;

namespace Projects.Host.Gateway;

/// <summary>Which particulars of an issue an update replaces (AIP-134): those its mask names, all of them without a mask or with <c>*</c>.</summary>
internal sealed class ParticularsMask
{
    private const string Root = "particulars";

    private static readonly FieldMask.MergeOptions Replacing = new() { ReplaceMessageFields = true, ReplacePrimitiveFields = true, ReplaceRepeatedFields = true };

    /// <summary>Paths within the particulars; null for all of them.</summary>
    private readonly FieldMask? within;

    private ParticularsMask(FieldMask? within) => this.within = within;

    public static ParticularsMask Of(FieldMask? mask, WireFields fields)
    {
        if (mask is null || mask.Paths.Count == 0 || mask.Paths.Any(path => path is "*" or Root))
            return new ParticularsMask(null);
        var within = new FieldMask();
        foreach (var path in mask.Paths)
        {
            var field = path.StartsWith($"{Root}.", StringComparison.Ordinal) ? path[(Root.Length + 1)..] : "";
            if (field.Length > 0 && FieldMask.IsValid<V1.IssueParticulars>(field))
                within.Paths.Add(field);
            else
                fields.Fault("update_mask", "只能包含 particulars 下的字段", "may name fields of particulars only, such as particulars.goal");
        }
        return new ParticularsMask(within);
    }

    public V1.IssueParticulars Apply(V1.IssueParticulars said, V1.IssueParticulars present)
    {
        if (within is null)
            return said;
        within.Merge(said, present, Replacing);
        return present;
    }
}
