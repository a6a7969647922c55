using System.Collections.Immutable;
using System.Globalization;

namespace Projects.Web.Issues;

/// <summary>What an issue says, as fields: for a new one, and for a draft that is amended.</summary>
public sealed class ParticularsSheet(Insight insight)
{
    private static readonly Text DayCountHint = new("按天数自立账之日起算；与上一项只填一个。", "Counted from registration; fill in this or the day above, not both.");

    private readonly ManyField supporting = new("supporting_units", new("配合单位", "Supporting units"), PeopleAndUnits.Units(insight.Park));

    public ImmutableArray<SheetField> Fields =>
    [
        new TextField("description", new("问题描述", "Description"), 4) { IsRequired = true },
        new DayField("found_date", new("发现日期", "Found on")),
        new TextField("source", new("问题来源", "Source")) { Hint = new("不填则同清单来源。", "The list's own when left empty.") },
        new TextField("category", new("问题类别", "Category")),
        new ChoiceField("grade", new("等级", "Grade"), Choice.Of<Grade>(insight.Park.Labels.Of)),
        new ChoiceField("kind", new("整改类型", "Kind"), Choice.Of<IssueKind>(insight.Park.Labels.Of)),
        new ChoiceField("root_cause", new("问题根因", "Root cause"), Choice.Of<RootCause>(IssueWords.Of)),
        new ChoiceField("lead_unit", new("牵头单位", "Lead unit"), PeopleAndUnits.Units(insight.Park)),
        supporting,
        new ChoiceField("leader", new("责任领导", "Accountable leader"), PeopleAndUnits.Holding(insight, Role.DeputyLeader, Role.ChiefLeader)),
        new ChoiceField("responsible", new("责任人", "Responsible person"), PeopleAndUnits.OfBusiness(insight)),
        new ChoiceField("acceptance_unit", new("验收单位", "Acceptance unit"), PeopleAndUnits.Units(insight.Park)),
        new TextField("goal", new("整改目标", "Goal"), 2),
        new LinesField("criteria", new("销号标准", "Criteria of closing")) { Hint = new("一行一条。", "One a line.") },
        new LinesField("measures", new("整改措施", "Measures")) { Hint = new("一行一条。", "One a line.") },
        new DayField("due_date", new("整改时限", "Due")),
        new NumberField("due_in", new("或：时限天数", "Or: due in days")) { Hint = DayCountHint },
        new ChoiceField("due_in_basis", new("天数口径", "Days counted"),
            [new(nameof(DayBasis.Working), new("工作日", "working days")), new(nameof(DayBasis.Calendar), new("自然日", "calendar days"))]),
        new TextField("remark", new("备注", "Remark"), 2),
    ];

    public static Filled Of(IssueParticulars said)
    {
        var filled = new Filled
        {
            ["description"] = said.Description, ["source"] = said.Source ?? "", ["category"] = said.Category ?? "", ["grade"] = $"{said.Grade}", ["kind"] = $"{said.Kind}",
            ["root_cause"] = $"{said.RootCause}", ["lead_unit"] = $"{said.LeadUnit}", ["leader"] = $"{said.Leader}", ["responsible"] = $"{said.Responsible}",
            ["acceptance_unit"] = $"{said.AcceptanceUnit}", ["goal"] = said.Goal ?? "", ["criteria"] = string.Join('\n', said.Criteria), ["measures"] = string.Join('\n', said.Measures),
            ["due_in"] = said.DueIn?.Days.ToString(CultureInfo.InvariantCulture) ?? "", ["due_in_basis"] = $"{said.DueIn?.Basis ?? DayBasis.Working}", ["remark"] = said.Remark ?? "",
        };
        filled.Set("found_date", said.FoundOn);
        filled.Set("due_date", said.Due);
        foreach (var unit in said.SupportingUnits)
            filled.Tick("supporting_units", unit.Value, true);
        return filled;
    }

    public IssueParticulars From(Filled filled) => new(
        filled["description"],
        filled.Optional("source"),
        filled.Day("found_date"),
        filled.Optional("category"),
        filled.Member<Grade>("grade"),
        filled.Member<IssueKind>("kind"),
        filled.Member<RootCause>("root_cause"),
        filled.Id<PersonId>("leader"),
        filled.Id<UnitCode>("lead_unit"),
        [.. filled.Ticked(supporting).Select(UnitCode.Of)],
        filled.Id<PersonId>("responsible"),
        filled.Id<UnitCode>("acceptance_unit"),
        filled.Optional("goal"),
        filled.Lines("criteria"),
        filled.Lines("measures"),
        filled.Day("due_date"),
        filled.Number("due_in") is { } days ? new DayCount(days, filled.Member<DayBasis>("due_in_basis")) : null,
        filled.Optional("remark"));
}
