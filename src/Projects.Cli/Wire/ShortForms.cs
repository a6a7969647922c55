using System.Text.RegularExpressions;

namespace Projects.Cli.Wire;

/// <summary>Compound values in one word: 15工作日, 约30, 1=met, 50000 t/a, committee:描述, tier.branch=各级基层党组织.</summary>
internal static partial class ShortForms
{
    /// <returns>The message, or null when the word is none of it.</returns>
    public static IMessage? Parse(MessageDescriptor message, string typed, ResourceNames names) => message.ClrType switch
    {
        var type when type == typeof(DayCount) => Days(typed),
        var type when type == typeof(Figure) => FigureOf(typed),
        var type when type == typeof(Judgement) => JudgementOf(typed),
        var type when type == typeof(Quantity) => QuantityOf(typed),
        var type when type == typeof(BackScheduleStep) => Step(typed),
        var type when type == typeof(Resolution) => ResolutionOf(typed, names),
        var type when type == typeof(IssueDraft) => Draft(typed, names),
        var type when type == typeof(Label) => LabelOf(typed),
        _ => null,
    };

    /// <summary>How a field's value is written, for people.</summary>
    public static string Example(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Bool => "true | false",
        FieldType.Int32 or FieldType.Int64 => "123",
        FieldType.Message => field.MessageType.Name switch
        {
            nameof(DayCount) => "15working | 15calendar | 15工作日 | 15日",
            nameof(Figure) => "30 | 约30 | 30余 | 近30 | 超30",
            nameof(Judgement) => "1=met | 2=unmet:note",
            nameof(Quantity) => "\"50000 t/a\"",
            nameof(Label) => "tier.branch=各级基层党组织 | \"stage.signed=已签约/contract signed\"",
            nameof(BackScheduleStep) => "start:\"Start of works\":15working",
            nameof(Resolution) => "committee:economy:2024-01-31:\"Mend the fence\"",
            nameof(IssueDraft) => "committee:\"The fence is broken\"",
            _ => "JSON",
        },
        _ => "",
    };

    private static DayCount? Days(string typed) => DayPattern().Match(typed) is { Success: true } match
        && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var days)
            ? new DayCount { Days = days, Basis = match.Groups[2].Value is "w" or "working" or "工作日" ? DayBasis.Working : DayBasis.Calendar }
            : null;

    private static Figure? FigureOf(string typed) => FigurePattern().Match(typed) is { Success: true } match
        ? new Figure
        {
            Value = match.Groups["value"].Value,
            Qualifier = (match.Groups["before"].Value, match.Groups["after"].Value) switch
            {
                ("约", "") => Qualifier.About,
                ("近", "") => Qualifier.Nearly,
                ("超", "") => Qualifier.MoreThan,
                ("", "余") => Qualifier.Odd,
                _ => Qualifier.Exact,
            },
        }
        : null;

    private static Judgement? JudgementOf(string typed) => JudgementPattern().Match(typed) is { Success: true } match
        && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var criterion)
            ? new Judgement { Criterion = criterion, Met = match.Groups[2].Value == "met", Note = match.Groups[3].Value }
            : null;

    private static Quantity? QuantityOf(string typed) => typed.Split(' ', 2) is [var value, var unit] ? new Quantity { Value = value, Unit = unit } : null;

    private static BackScheduleStep? Step(string typed) => typed.Split(':') switch
    {
        [var id, var name] => new BackScheduleStep { MilestoneId = id, DisplayName = name },
        [var id, var name, var duration] when Days(duration) is { } days => new BackScheduleStep { MilestoneId = id, DisplayName = name, Duration = days },
        _ => null,
    };

    private static Resolution? ResolutionOf(string typed, ResourceNames names) => typed.Split(':', 4) is [var list, var unit, var due, var text]
        ? new Resolution { List = names.Expand("projects.v1/IssueList", list), Unit = names.Expand("projects.v1/Unit", unit), DueDate = Typed.Day(due), Text = text }
        : null;

    private static IssueDraft? Draft(string typed, ResourceNames names) => typed.Split(':', 2) is [var list, var description]
        ? new IssueDraft { List = names.Expand("projects.v1/IssueList", list), Particulars = new IssueParticulars { Description = description } }
        : null;

    /// <summary>The word by its family and its own name, then the label in Chinese and, behind a stroke, in English.</summary>
    private static Label? LabelOf(string typed)
    {
        if (LabelPattern().Match(typed) is not { Success: true } match
            || Label.Descriptor.FindFieldByName(match.Groups["family"].Value.Replace('-', '_')) is not { FieldType: FieldType.Enum } family)
            return null;
        var label = new Label { Zh = match.Groups["zh"].Value, En = match.Groups["en"].Value };
        family.Accessor.SetValue(label, Typed.Value(family, match.Groups["word"].Value, new ResourceNames(null, null)));
        return label;
    }

    [GeneratedRegex(@"^(\d{1,5})\s*(w|working|工作日|c|calendar|日|天)$")]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"^(?<before>[约近超]?)(?<value>\d+(\.\d+)?)(?<after>余?)$")]
    private static partial Regex FigurePattern();

    [GeneratedRegex(@"^(?<family>[a-z-]+)\.(?<word>[a-z-]+)=(?<zh>[^/]+)(/(?<en>.+))?$")]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"^(\d{1,4})=(met|unmet)(?::(.*))?$", RegexOptions.Singleline)]
    private static partial Regex JudgementPattern();
}
