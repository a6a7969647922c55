using System.Data.Common;
using System.Text.Json;

namespace Projects.Storage;

/// <summary>The cells of the present row, taken one after another in the order of the columns; both drivers answer alike.</summary>
internal sealed class LedgerCells(DbDataReader row)
{
    private int _next;

    public LedgerCells FromTheFirst()
    {
        _next = 0;
        return this;
    }

    public string Text() => row.GetString(_next++);

    public string? TextOrNull() => IsNull() ? null : Text();

    public long Number() => row.GetInt64(_next++);

    public int Count() => checked((int)Number());

    public int? CountOrNull() => IsNull() ? null : Count();

    public bool Flag() => row.GetBoolean(_next++);

    public DateOnly Day() => row.GetFieldValue<DateOnly>(_next++);

    public DateOnly? DayOrNull() => IsNull() ? null : Day();

    public TEnum Word<TEnum>() where TEnum : struct, Enum => Enum.Parse<TEnum>(Text());

    public TEnum? WordOrNull<TEnum>() where TEnum : struct, Enum => IsNull() ? null : Word<TEnum>();

    public TIdentifier Id<TIdentifier>() where TIdentifier : struct, IIdentifier<TIdentifier> => TIdentifier.Of(Text());

    public TIdentifier? IdOrNull<TIdentifier>() where TIdentifier : struct, IIdentifier<TIdentifier> => IsNull() ? null : Id<TIdentifier>();

    public T Json<T>() => JsonSerializer.Deserialize<T>(Text(), DomainJson.Options)!;

    public T? JsonOrNull<T>() where T : struct => IsNull() ? null : Json<T>();

    // A cell that holds nothing is passed over.
    private bool IsNull()
    {
        if (!row.IsDBNull(_next)) return false;
        _next++;
        return true;
    }
}

/// <summary>Values of the domain as a ledger cell holds them where SQL never looks inside.</summary>
internal static class LedgerJson
{
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, DomainJson.Options);
}
