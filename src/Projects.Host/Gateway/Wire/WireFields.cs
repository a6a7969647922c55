using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Projects.Storage;
using Date = Google.Type.Date;

namespace Projects.Host.Gateway;

/// <summary>
/// Reads a request's fields as what they mean. A fault is noted under the field's path and a stand-in returned, so that the caller is told
/// of all faults at once by <see cref="Check"/>; nothing read may be used before it. Texts go to the rules as they are, which bound them.
/// </summary>
internal sealed partial class WireFields(Language language)
{
    private const int LongestRequestId = 100;
    private readonly List<FieldFault> faults = [];

    public Language Language => language;

    /// <summary>Every fault noted so far; null when there is none.</summary>
    public InvalidFields? Refusal => faults.Count > 0 ? new([.. faults]) : null;

    /// <summary>The end of reading.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID with every fault noted.</exception>
    public void Check()
    {
        if (Refusal is { } refusal)
            throw refusal.ToRpcException(language);
    }

    public void Fault(string field, string zh, string en) => faults.Add(new FieldFault(field, new Text(zh, en)));

    /// <summary>The message itself, or an empty one in its stead when it is missing.</summary>
    public T Given<T>(T? message, string field) where T : class, new()
    {
        if (message is not null)
            return message;
        Missing(field);
        return new T();
    }

    /// <summary>The request's own fields: which request it is and when it happened. An empty id is given by the server; such a request cannot be repeated.</summary>
    public Request Request(string requestId, Date? effectiveDate)
    {
        if (requestId.Length > LongestRequestId || requestId.Any(c => c is <= ' ' or > '~'))
            Fault("request_id", $"须为至多{LongestRequestId}个可见 ASCII 字符", $"must be at most {LongestRequestId} printable ASCII characters without blanks");
        var effective = Day(effectiveDate, "effective_date");
        return requestId.Length == 0 ? Projects.Grains.Request.Once() with { Effective = effective } : new Request(requestId, effective);
    }

    /// <summary>The version the caller saw; null when it does not matter to them.</summary>
    public long? Etag(string etag, string field = "etag")
    {
        if (etag.Length == 0)
            return null;
        if (Etags.TryParse(etag, out var version))
            return version;
        Fault(field, "不是本服务器给出的 etag", "is not an etag this server gave");
        return null;
    }

    /// <summary>A day there may be none of.</summary>
    public DateOnly? Day(Date? date, string field)
    {
        if (date is null)
            return null;
        if (Values.TryDay(date, out var day))
            return day;
        Fault(field, "不是完整有效的日期", "is not a whole and possible date");
        return null;
    }

    /// <summary>An instant there may be none of, to the microsecond as the journal keeps it.</summary>
    public DateTimeOffset? Instant(Timestamp? instant, string field)
    {
        if (instant is null)
            return null;
        try
        {
            return EventChain.Truncate(instant.ToDateTimeOffset());
        }
        catch (InvalidOperationException)
        {
            Fault(field, "不是有效的时刻", "is not a possible instant");
            return null;
        }
    }

    public DateOnly RequiredDay(Date? date, string field)
    {
        if (date is null)
            Missing(field);
        return Day(date, field) ?? default;
    }

    /// <summary>A member of an enumeration whose order the contract shares (<see cref="Enums"/>); null when not given.</summary>
    /// <param name="wire">The contract's number, 0 being "not given".</param>
    public T? Member<T>(int wire, string field) where T : struct, System.Enum
    {
        if (wire == 0)
            return null;
        var members = System.Enum.GetValues<T>();
        if (wire > 0 && wire <= members.Length)
            return members[wire - 1];
        Fault(field, "不是可选的值", "is not one of the values to choose from");
        return null;
    }

    public T RequiredMember<T>(int wire, string field) where T : struct, System.Enum
    {
        if (wire == 0)
            Missing(field);
        return Member<T>(wire, field) ?? default;
    }

    /// <summary>A decimal as a string such as <c>12.5</c>, not negative.</summary>
    public decimal Number(string text, string field)
    {
        if (text.Length == 0)
            Missing(field);
        else if (text.Length <= 30 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        else
            Fault(field, "不是形如 12.5 的数", "is not a number such as 12.5");
        return 0;
    }

    public Figure Figure(V1.Figure? figure, string field)
    {
        if (figure is null)
        {
            Missing(field);
            return default;
        }
        var value = Number(figure.Value, $"{field}.value");
        var qualifier = Member<Qualifier>((int)figure.Qualifier, $"{field}.qualifier") ?? Qualifier.Exact;
        if (Projects.Figure.TryOf(value, qualifier, out var read))
            return read;
        Fault($"{field}.value", "该数不能这样修饰，或超出范围", "cannot be qualified like this, or is out of range");
        return default;
    }

    public Quantity? Quantity(V1.Quantity? quantity, string field)
    {
        if (quantity is null)
            return null;
        var value = Number(quantity.Value, $"{field}.value");
        if (string.IsNullOrWhiteSpace(quantity.Unit) || quantity.Unit.Length > 20)
        {
            Fault($"{field}.unit", "须写明单位，至多20字", "must be a unit of at most 20 characters");
            return null;
        }
        return new Quantity(value, quantity.Unit.Trim());
    }

    /// <summary>An amount of money; whether it may be negative is the rules' affair.</summary>
    public Money Money(long fen, string field)
    {
        if (Math.Abs((decimal)fen) <= LargestFen)
            return Projects.Money.FromFen(fen);
        Fault(field, "金额超出范围", "is out of range");
        return Projects.Money.Zero;
    }

    public DayCount? DayCount(V1.DayCount? length, string field)
    {
        if (length is null)
            return null;
        var basis = RequiredMember<DayBasis>((int)length.Basis, $"{field}.basis");
        if (length.Days is >= 0 and <= 3650)
            return new DayCount(length.Days, basis);
        Fault($"{field}.days", "须为0至3650", "must be 0 to 3650");
        return null;
    }

    private const decimal LargestFen = 1_000_000_000_000_000_000m;

    private void Missing(string field) => Fault(field, "必填", "is required");
}
