namespace Projects.Storage;

/// <summary>Days from one to another, both inclusive; <c>2024-01-01..2024-01-07</c> in an address.</summary>
public readonly record struct DaySpan(DateOnly From, DateOnly Until)
{
    public static bool TryParse(string? text, out DaySpan span)
    {
        span = default;
        if (text?.Split("..") is not [var from, var until]
            || !DateOnly.TryParseExact(from, "yyyy-MM-dd", out var first)
            || !DateOnly.TryParseExact(until, "yyyy-MM-dd", out var last))
            return false;
        span = new(first, last);
        return true;
    }

    public override string ToString() => $"{SqliteText.Of(From)}..{SqliteText.Of(Until)}";
}
