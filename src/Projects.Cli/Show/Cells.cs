using Google.Protobuf.WellKnownTypes;
using Projects.Cli.Wire;
using GoogleDate = Google.Type.Date;

namespace Projects.Cli.Show;

/// <summary>A value of the contract as people read it.</summary>
internal static class Cells
{
    public static string Of(FieldDescriptor field, IMessage message, Wording wording)
    {
        if (field.HasPresence && !field.Accessor.HasValue(message))
            return "";
        var value = field.Accessor.GetValue(message);
        return value is System.Collections.IList list
            ? string.Join(wording.Language == Language.Chinese ? "、" : ", ", list.Cast<object>().Select(each => One(field, each, wording)))
            : One(field, value, wording);
    }

    public static string Date(GoogleDate? date) =>
        date is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    public static string Signed(Signature? by) => by is null ? "" : $"{by.PersonName} {Date(by.Date)}".Trim();

    public static string Interval(Interval? interval) => interval switch
    {
        null => "",
        { HasUpper: false } => $"≥{interval.Lower}",
        _ when interval.Lower == interval.Upper => interval.Lower,
        _ => $"{interval.Lower}–{interval.Upper}",
    };

    public static string Holders(IEnumerable<Holder> holders, Wording wording) =>
        string.Join(wording.Language == Language.Chinese ? "、" : ", ", holders.Select(holder => holder.Shown));

    private static string One(FieldDescriptor field, object value, Wording wording) => value switch
    {
        bool said => YesOrNo(said, wording),
        long fen when field.Name.EndsWith("_fen", StringComparison.Ordinal) => Money.Shown(fen, wording.Language),
        System.Enum or int when field.FieldType == FieldType.Enum => wording.Of(field, Convert.ToInt32(value, CultureInfo.InvariantCulture)),
        string name when name.StartsWith("parks/", StringComparison.Ordinal) && field.FieldType == FieldType.String => ResourceNames.Short(name),
        IMessage inner => Message(inner, wording),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string YesOrNo(bool said, Wording wording) => (said ? new Said("是", "yes") : new Said("否", "no")).In(wording);

    private static string Message(IMessage message, Wording wording) => message switch
    {
        GoogleDate date => Date(date),
        DueDate due => Date(due.Date) + (due.Provisional ? new Said("（暂定）", " (provisional)").In(wording) : ""),
        Timestamp time => time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
        AsOf at => $"{Date(at.EffectiveDate)}{new Said("，按以下时刻已知：", ", known by ").In(wording)}{Message(at.KnownTime, wording)}",
        Figure figure => figure.Shown.Length > 0 ? figure.Shown : figure.Value,
        Rate rate => rate.Shown,
        SampleClock clock => clock.Notice,
        Interval interval => Interval(interval),
        Signature by => Signed(by),
        Holder holder => holder.Shown,
        Quantity quantity => $"{quantity.Value} {quantity.Unit}",
        _ => string.Join("; ", message.Descriptor.Fields.InFieldNumberOrder()
            .Select(field => (field, text: Of(field, message, wording))).Where(each => each.text.Length > 0 && each.text != "0")
            .Select(each => $"{Labels.Of(each.field, wording.Language)} {each.text}")),
    };
}
