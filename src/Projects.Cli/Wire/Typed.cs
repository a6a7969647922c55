using Google.Protobuf.WellKnownTypes;
using Projects.Cli.Failures;
using GoogleDate = Google.Type.Date;

namespace Projects.Cli.Wire;

/// <summary>From what was typed for a field to its value in the contract.</summary>
internal static class Typed
{
    /// <exception cref="UsageException">It is no value of this field.</exception>
    public static object Value(FieldDescriptor field, string typed, ResourceNames names) => field.FieldType switch
    {
        FieldType.String => ResourceNames.TypeOf(field) is { } type ? names.Expand(type, typed) : typed,
        FieldType.Int64 when field.Name.EndsWith("_fen", StringComparison.Ordinal) => Money.Fen(typed),
        FieldType.Int64 => long.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(field, typed),
        FieldType.Int32 => int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(field, typed),
        FieldType.Bool => YesOrNo(field, typed),
        FieldType.Enum => EnumValue(field, typed),
        FieldType.Message => MessageValue(field, typed, names),
        _ => throw new NotSupportedException($"{field.FullName} is of a kind the command line does not know."),
    };

    /// <summary>The value's word on the command line: ledger-office for ROLE_LEDGER_OFFICE.</summary>
    public static string Word(EnumValueDescriptor value)
    {
        var prefix = value.EnumDescriptor.FindValueByNumber(0).Name[..^"UNSPECIFIED".Length];
        return value.Name[prefix.Length..].Replace('_', '-').ToLowerInvariant();
    }

    /// <exception cref="UsageException">It is no day, as 2024-01-12.</exception>
    public static GoogleDate Day(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new GoogleDate { Year = day.Year, Month = day.Month, Day = day.Day }
            : throw new UsageException(new($"“{typed}”不是日期：请写成 2024-01-12。", $"'{typed}' is no date: write it as 2024-01-12."));

    /// <exception cref="UsageException">It is no instant, as 2024-01-12T18:00:00+08:00.</exception>
    public static Timestamp Instant(string typed) =>
        typed.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Timestamp.FromDateTimeOffset(instant)
            : throw new UsageException(new($"“{typed}”不是时刻：请写成 2024-01-12T18:00:00+08:00。", $"'{typed}' is no instant: write it as 2024-01-12T18:00:00+08:00."));

    private static object YesOrNo(FieldDescriptor field, string typed) => typed.ToLowerInvariant() switch
    {
        "true" or "yes" or "是" => true,
        "false" or "no" or "否" => false,
        _ => throw Wrong(field, typed),
    };

    private static object EnumValue(FieldDescriptor field, string typed)
    {
        var values = field.EnumType.Values.Where(value => value.Number != 0).ToList();
        var found = values.FirstOrDefault(value => string.Equals(Word(value), typed.Replace('_', '-'), StringComparison.OrdinalIgnoreCase)
            || string.Equals(value.Name, typed, StringComparison.OrdinalIgnoreCase));
        var choice = string.Join(", ", values.Select(Word));
        return found is not null
            ? System.Enum.ToObject(field.EnumType.ClrType, found.Number)
            : throw new UsageException(new($"“{typed}”不可用，可用：{choice}。", $"'{typed}' is not one of: {choice}."));
    }

    /// <summary>Dates and the small compound values have a short form; any message can be given as JSON.</summary>
    private static object MessageValue(FieldDescriptor field, string typed, ResourceNames names)
    {
        if (field.MessageType.FullName == GoogleDate.Descriptor.FullName)
            return Day(typed);
        if (field.MessageType.FullName == Timestamp.Descriptor.FullName)
            return Instant(typed);
        try
        {
            return typed.StartsWith('{')
                ? JsonParser.Default.Parse(typed, field.MessageType)
                : ShortForms.Parse(field.MessageType, typed, names) ?? throw Wrong(field, typed);
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw Wrong(field, typed);
        }
    }

    private static UsageException Wrong(FieldDescriptor field, string typed) => new(new(
        $"“{typed}”不能作为 {field.Name}；{ShortForms.Example(field)}", $"'{typed}' is no value for {field.Name}; {ShortForms.Example(field)}"));
}
