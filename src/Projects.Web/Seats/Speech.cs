namespace Projects.Web.Seats;

/// <summary>The language of the person at the page. Words stand where they are shown, in both languages side by side.</summary>
public sealed record Speech(Language Language)
{
    public bool IsEnglish => Language is Language.English;

    /// <summary>For the <c>lang</c> of the page.</summary>
    public string Tag => IsEnglish ? "en" : "zh-CN";

    public string this[string zh, string en] => IsEnglish ? en : zh;

    public string this[Text text] => text.In(Language);

    /// <summary>2024-01-12; a dash when there is none.</summary>
    public static string Day(DateOnly? day) => day is { } set ? set.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "—";

    /// <summary>An instant on the park's clock, to the minute.</summary>
    public static string Minute(DateTimeOffset at) => BusinessDay.Local(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
