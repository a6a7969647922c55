using System.Text.Json.Serialization;

namespace Projects;

/// <summary>Which days a time limit counts.</summary>
public enum DayBasis
{
    /// <summary>工作日: the days the State Council's calendar makes working days, make-up weekends included.</summary>
    Working,

    /// <summary>自然日: every day.</summary>
    Calendar,
}

/// <summary>A length of time as a rule states it: 5个工作日, 90日. Never negative.</summary>
public readonly record struct DayCount
{
    [JsonConstructor]
    public DayCount(int days, DayBasis basis)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        (Days, Basis) = (days, basis);
    }

    public int Days { get; }

    public DayBasis Basis { get; }

    public static DayCount Working(int days) => new(days, DayBasis.Working);

    public static DayCount Calendar(int days) => new(days, DayBasis.Calendar);

    /// <summary>5个工作日 · 90日, in English 5 working days · 90 days.</summary>
    public string Show(Language language) => (language, Basis) switch
    {
        (Language.English, DayBasis.Working) => Days == 1 ? "1 working day" : $"{Days} working days",
        (Language.English, _) => Days == 1 ? "1 day" : $"{Days} days",
        (_, DayBasis.Working) => $"{Days}个工作日",
        _ => $"{Days}日",
    };

    public override string ToString() => Show(Language.Chinese);
}
