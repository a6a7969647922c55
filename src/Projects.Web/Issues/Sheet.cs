using System.Collections.Immutable;

namespace Projects.Web.Issues;

/// <summary>A form as data: what is to be filled in, and the command it makes. Whether the command is right is for the rules to say.</summary>
/// <param name="Command">Asked only once nothing is <see cref="Missing"/>.</param>
public sealed record Sheet<TCommand>(ImmutableArray<SheetField> Fields, Func<Filled, TCommand> Command) where TCommand : ProjectCommand
{
    /// <summary>What the command cannot be made without, or cannot be made of; null when it can.</summary>
    public Refusal? Missing(Filled filled)
    {
        ImmutableArray<FieldFault> faults = [.. Fields.Select(field => (field.Name, Fault: field.FaultIn(filled))).Where(found => found.Fault is not null).Select(found => new FieldFault(found.Name, found.Fault!))];
        return faults.IsEmpty ? null : new InvalidFields(faults);
    }
}

/// <summary>One field of a form.</summary>
/// <param name="Name">Its name in the contract, by which a refusal speaks of it.</param>
public abstract record SheetField(string Name, Text Label)
{
    private static readonly Text Empty = new("请填写", "must be filled in");

    public bool IsRequired { get; init; }
    public Text? Hint { get; init; }

    /// <summary>Why no command can be made of what was filled in; null when one can. A text left empty is for the rules to judge.</summary>
    public virtual Text? FaultIn(Filled filled) => IsRequired && filled[Name].Length == 0 ? Empty : null;
}

/// <param name="Lines">1 for a line, more for a text.</param>
public sealed record TextField(string Name, Text Label, int Lines = 1) : SheetField(Name, Label)
{
    public override Text? FaultIn(Filled filled) => null;
}

/// <summary>Several texts, one a line.</summary>
public sealed record LinesField(string Name, Text Label) : SheetField(Name, Label)
{
    public override Text? FaultIn(Filled filled) => null;
}

public sealed record DayField(string Name, Text Label) : SheetField(Name, Label)
{
    public override Text? FaultIn(Filled filled) =>
        filled[Name].Length > 0 && filled.Day(Name) is null ? new("不是日期", "is no date") : base.FaultIn(filled);
}

public sealed record NumberField(string Name, Text Label) : SheetField(Name, Label)
{
    public override Text? FaultIn(Filled filled) =>
        filled[Name].Length > 0 && filled.Number(Name) is null ? new("须为正整数", "must be a whole number above zero") : base.FaultIn(filled);
}

public sealed record ChoiceField(string Name, Text Label, ImmutableArray<Choice> Choices) : SheetField(Name, Label);

/// <summary>Any number of choices; each is an input of its own, <c>criteria.2</c>.</summary>
public sealed record ManyField(string Name, Text Label, ImmutableArray<Choice> Choices) : SheetField(Name, Label)
{
    public override Text? FaultIn(Filled filled) => null;
}

/// <summary>A file brought to the evidence store before the command that names it.</summary>
public sealed record FileField(string Name, Text Label) : SheetField(Name, Label)
{
    public override Text? FaultIn(Filled filled) => filled.File is null ? new("请先选择文件", "choose a file first") : null;
}

public sealed record Choice(string Value, Text Label)
{
    /// <summary>The members of an enumeration by their names.</summary>
    public static ImmutableArray<Choice> Of<TEnum>(Func<TEnum, Text> words) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(value => new Choice(value.ToString(), words(value)))];
}
