namespace Projects.Web.Seats;

/// <summary>The language of the person at the page, and what their park calls the platform's words. Words stand where they are shown, in both languages side by side.</summary>
public sealed record Speech(Language Language)
{
    /// <summary>What the reader knows things by; the platform's own words while nobody is signed in.</summary>
    public Naming Names { get; init; } = Naming.Platform;

    /// <summary>The park's own labels.</summary>
    public Labels Labels => Names.Labels;

    public bool IsEnglish => Language is Language.English;

    /// <summary>For the <c>lang</c> of the page.</summary>
    public string Tag => IsEnglish ? "en" : "zh-CN";

    public string this[string zh, string en] => IsEnglish ? en : zh;

    public string this[Text text] => text.In(Language);

    /// <summary>The same language, where this project is spoken of.</summary>
    public Speech About(Park park, Project? project = null) => this with { Names = Naming.Of(park, project) };

    public string this[Stage stage] => this[Labels.Of(stage)];

    public string this[ProjectKind kind] => this[Labels.Of(kind)];

    public string this[Tier tier] => this[Labels.Of(tier)];

    public string this[Grade grade] => this[Labels.Of(grade)];

    public string this[IssueKind kind] => this[Labels.Of(kind)];

    public string this[Measure measure] => this[Labels.Of(measure)];

    public string this[Refusal refusal] => this[Words.Of(refusal, Names)];

    public string this[ProjectEvent happened] => this[Words.Of(happened, Labels)];

    /// <summary>2024-01-12; a dash when there is none.</summary>
    public static string Day(DateOnly? day) => day is { } set ? set.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "—";

    /// <summary>An instant on the park's clock, to the minute.</summary>
    public static string Minute(DateTimeOffset at) => BusinessDay.Local(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
