using System.Data.Common;
using System.Text.Json;

namespace Projects.Storage;

/// <summary>The cells of the present row, taken one after another in the order of the columns; both drivers answer alike.</summary>
internal abstract class LedgerCells
{
    /// <summary>Begins the row the reader now stands on.</summary>
    public abstract LedgerCells FromTheFirst();

    public abstract string Text();

    public abstract long Number();

    public abstract bool Flag();

    public abstract DateOnly Day();

    public virtual TEnum Word<TEnum>() where TEnum : struct, Enum => Enum.Parse<TEnum>(Text());

    public virtual TIdentifier Id<TIdentifier>() where TIdentifier : struct, IIdentifier<TIdentifier> => TIdentifier.Of(Text());

    public string? TextOrNull() => IsNull() ? null : Text();

    public int Count() => checked((int)Number());

    public int? CountOrNull() => IsNull() ? null : Count();

    public DateOnly? DayOrNull() => IsNull() ? null : Day();

    public TEnum? WordOrNull<TEnum>() where TEnum : struct, Enum => IsNull() ? null : Word<TEnum>();

    public TIdentifier? IdOrNull<TIdentifier>() where TIdentifier : struct, IIdentifier<TIdentifier> => IsNull() ? null : Id<TIdentifier>();

    public T Json<T>() => JsonSerializer.Deserialize<T>(Text(), DomainJson.Options)!;

    public T? JsonOrNull<T>() where T : struct => IsNull() ? null : Json<T>();

    /// <summary>A cell that holds nothing is passed over.</summary>
    protected abstract bool IsNull();
}

/// <inheritdoc/>
internal sealed class RowCells(DbDataReader row) : LedgerCells
{
    private int _next;

    public override LedgerCells FromTheFirst()
    {
        _next = 0;
        return this;
    }

    public override string Text() => row.GetString(_next++);

    public override long Number() => row.GetInt64(_next++);

    public override bool Flag() => row.GetBoolean(_next++);

    public override DateOnly Day() => row.GetFieldValue<DateOnly>(_next++);

    protected override bool IsNull()
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
