using System.Collections.Immutable;
using System.Globalization;

namespace Projects;

/// <summary>Trims and bounds what a person wrote, and gathers every fault before saying no, so that they are told all at once.</summary>
/// <param name="within">Stands before every field's name, such as <c>drafts[0].</c>; empty for the command itself.</param>
internal sealed class FieldCheck(string within = "")
{
    public const int LongText = 4000;
    public const int Statement = 2000;
    public const int Line = 200;
    public const int Items = 50;

    private readonly ImmutableArray<FieldFault>.Builder faults = ImmutableArray.CreateBuilder<FieldFault>();
    private Refusal? special;

    /// <summary>The obstacle when a field is at fault. A fault with a reason of its own (REASON_REQUIRED, FUTURE_DATE) is named before the others.</summary>
    public Refusal? Refusal => special ?? (faults.Count == 0 ? null : new InvalidFields(faults.ToImmutable()));

    /// <summary>A text that must be there.</summary>
    public string Text(string field, string? value, int atMost)
    {
        var text = Optional(field, value, atMost);
        Require(text is not null, field, "不能为空", "must not be empty");
        return text ?? "";
    }

    /// <summary>A text that may be missing; blank counts as missing.</summary>
    public string? Optional(string field, string? value, int atMost)
    {
        if (value is null || value.All(IsInvisible))
            return null;
        var text = value.Trim();
        Require(text.Length <= atMost, field, $"不得超过{atMost}字", $"must not exceed {atMost} characters");
        Require(IsWriting(text), field, "含有不可用的控制字符", "contains control characters or broken characters");
        return text;
    }

    /// <summary>The reason of a step that needs one.</summary>
    public string Reason(string field, string? value)
    {
        var reason = Optional(field, value, Statement);
        if (reason is null)
            special ??= new ReasonMissing(within + field);
        return reason ?? "";
    }

    /// <summary>A new resource's identifier.</summary>
    public void Id(string field, string? value) => Require(Identifier.IsResourceId(value), field,
        "限小写字母、数字和连字符，最长63个字符，首尾不得为连字符", "must be lower-case letters, digits and inner hyphens, at most 63 characters");

    /// <summary>The digest of a file in the evidence store.</summary>
    public void Digest(string field, string? value) => Require(Identifier.IsDigest(value), field,
        "须为SHA-256小写十六进制", "must be SHA-256 in 64 lower-case hexadecimal digits");

    /// <summary>A day to come or gone by that a plan may name: a slip of the pen in the year is no plan.</summary>
    public void Plausible(string field, DateOnly day) => Require(day.Year is >= 1990 and <= 2099, field,
        "应在1990年至2099年之间", "must lie between 1990 and 2099");

    /// <summary>A list of texts, at most <see cref="Items"/>, none of them blank.</summary>
    public ImmutableArray<string> Texts(string field, ImmutableArray<string> values, int atMost = Statement)
    {
        Require(values.Length <= Items, field, $"不得超过{Items}条", $"must not exceed {Items} items");
        return [.. values.Take(Items).Select((value, index) => Text($"{field}[{index}]", value, atMost))];
    }

    /// <summary>A day on which something is said to have happened.</summary>
    public void Past(string field, DateOnly? day, DateOnly today)
    {
        if (day > today)
            special ??= new DayInFuture(within + field, day.Value, today);
    }

    /// <summary>A member of an enumeration, and not some other number.</summary>
    public void Known<TEnum>(string field, TEnum value) where TEnum : struct, Enum =>
        Require(Enum.IsDefined(value), field, "不是可选的值", "is not one of the values to choose from");

    public void Require(bool holds, string field, string zh, string en)
    {
        if (!holds)
            faults.Add(new FieldFault(within + field, new Text(zh, en)));
    }

    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    // Marks that turn the direction of writing: a record must not read otherwise than it is stored (Unicode TR 36, 3.3).
    private static bool TurnsWriting(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    // Only what every store and every reader keeps as it is: no control characters but line ends and tabs, no half of a surrogate pair.
    private static bool IsWriting(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || TurnsWriting(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')))
                return false;
        }
        return true;
    }
}
