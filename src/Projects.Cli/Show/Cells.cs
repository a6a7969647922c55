using Google.Protobuf.WellKnownTypes;
using Projects.Cli.Wire;
using GoogleDate = Google.Type.Date;

namespace Projects.Cli.Show;

/// <summary>A value of the contract as people read it.</summary>
internal static class Cells
{
    public static string Of(FieldDescriptor field, IMessage message, Language language)
    {
        if (field.HasPresence && !field.Accessor.HasValue(message))
            return "";
        var value = field.Accessor.GetValue(message);
        return value is System.Collections.IList list
            ? string.Join(language == Language.Chinese ? "、" : ", ", list.Cast<object>().Select(each => One(field, each, language)))
            : One(field, value, language);
    }

    public static string Date(GoogleDate? date) =>
        date is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    /// <summary>In Chinese the term the contract gives the value, in English its own word.</summary>
    public static string Term<T>(T value, EnumDescriptor type, Language language)
        where T : struct, System.Enum => Term(type, Convert.ToInt32(value, CultureInfo.InvariantCulture), language);

    public static string Signed(Signature? by) => by is null ? "" : $"{by.PersonName} {Date(by.Date)}".Trim();

    public static string Interval(Interval? interval) => interval switch
    {
        null => "",
        { HasUpper: false } => $"≥{interval.Lower}",
        _ when interval.Lower == interval.Upper => interval.Lower,
        _ => $"{interval.Lower}–{interval.Upper}",
    };

    public static string Holders(IEnumerable<Holder> holders, Language language) =>
        string.Join(language == Language.Chinese ? "、" : ", ", holders.Select(holder => holder.Shown));

    private static string One(FieldDescriptor field, object value, Language language) => value switch
    {
        bool said => YesOrNo(said, language),
        long fen when field.Name.EndsWith("_fen", StringComparison.Ordinal) => Money.Shown(fen, language),
        System.Enum or int when field.FieldType == FieldType.Enum => Term(field.EnumType, Convert.ToInt32(value, CultureInfo.InvariantCulture), language),
        string name when name.StartsWith("parks/", StringComparison.Ordinal) && field.FieldType == FieldType.String => ResourceNames.Short(name),
        IMessage inner => Message(inner, language),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string YesOrNo(bool said, Language language) => (said ? new Said("是", "yes") : new Said("否", "no")).In(language);

    private static string Term(EnumDescriptor type, int number, Language language)
    {
        if (number == 0 || type.FindValueByNumber(number) is not { } value)
            return "";
        var word = Typed.Word(value).Replace('-', ' ');
        return language == Language.Chinese && ContractComments.Term(value) is { Length: > 0 } term ? term : word;
    }

    private static string Message(IMessage message, Language language) => message switch
    {
        GoogleDate date => Date(date),
        DueDate due => Date(due.Date) + (due.Provisional ? new Said("（暂定）", " (provisional)").In(language) : ""),
        Timestamp time => time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
        Figure figure => figure.Shown.Length > 0 ? figure.Shown : figure.Value,
        Rate rate => rate.Shown,
        SampleClock clock => clock.Notice,
        Interval interval => Interval(interval),
        Signature by => Signed(by),
        Holder holder => holder.Shown,
        Quantity quantity => $"{quantity.Value} {quantity.Unit}",
        _ => string.Join("; ", message.Descriptor.Fields.InFieldNumberOrder()
            .Select(field => (field, text: Of(field, message, language))).Where(each => each.text.Length > 0 && each.text != "0")
            .Select(each => $"{Labels.Of(each.field, language)} {each.text}")),
    };
}
