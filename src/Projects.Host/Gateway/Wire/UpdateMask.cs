using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Projects.Host.Gateway;

/// <summary>Which fields an update replaces (AIP-134): those its mask names, every one that can change without a mask or with <c>*</c>.</summary>
internal static class UpdateMask
{
    private static readonly FieldMask.MergeOptions Replacing = new() { ReplaceMessageFields = true, ReplacePrimitiveFields = true, ReplaceRepeatedFields = true };

    public static bool TakesAll(FieldMask? mask) => mask is null || mask.Paths.Count == 0 || mask.Paths.Contains("*");

    /// <summary>Notes a fault when the mask names a field that cannot change.</summary>
    public static void Check(FieldMask? mask, WireFields fields, params ReadOnlySpan<string> changeable)
    {
        if (TakesAll(mask))
            return;
        foreach (var path in mask!.Paths)
        {
            if (!changeable.Contains(path))
                fields.Fault("update_mask", $"{path} 不可修改", $"names {path}, which cannot be changed");
        }
    }

    /// <summary>What is said where the mask names it, what is present elsewhere. The present message is changed in place.</summary>
    public static T Apply<T>(FieldMask? mask, T said, T present) where T : class, IMessage
    {
        if (TakesAll(mask))
            return said;
        mask!.Merge(said, present, Replacing);
        return present;
    }
}
