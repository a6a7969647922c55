using System.Collections.Immutable;
using Projects.Web.Diary;
using Projects.Web.Issues;
using Projects.Web.Seats;

namespace Projects.Web.Visits;

/// <summary>The form of a visit 走访: who went where and what they saw, and the issues that came of it, standing already or drafted with it.</summary>
internal static class VisitSheet
{
    private const string Reason = "reason";

    /// <param name="wrong">The record it corrects; null for a visit of its own.</param>
    /// <param name="free">The next code free.</param>
    public static DiarySheet Of(Insight insight, DiaryChoices choices, Visit? wrong, string free)
    {
        var visitors = new ManyField("visitors", new("走访人员", "Visitors"), DiaryChoices.People(insight, wrong?.Particulars.Visitors ?? [])) { IsRequired = true };
        var issues = new ManyField("issues", new("所见问题中已在册的", "Issues it found that stand already"), [.. choices.Issues.Select(DiaryChoices.Of)]);
        ImmutableArray<Choice> lists = [.. choices.Lists.Select(DiaryChoices.Of)];
        var units = PeopleAndUnits.Units(insight.Park);
        return new(
            [
                .. wrong is null ? (SheetField[])[] : [new TextField(Reason, new("更正原因", "Why it is corrected"), 2) { IsRequired = true }],
                new DayField("visit_date", new("走访日期", "Day of the visit")) { IsRequired = true },
                new TextField("visit", new("编号", "Code")) { IsRequired = true, Hint = new($"小写字母、数字和连字符，不再改变；下一个空号 {free}", $"Lower-case letters, digits and hyphens; never changes. The next one free is {free}.") },
                visitors,
                new TextField("enterprise", new("走访企业", "Enterprise")) { Hint = new("企业与地点至少填一项。", "An enterprise, a place, or both.") },
                new TextField("place", new("地点", "Place")),
                new TextField("seen", new("所见情况", "What was seen"), 4) { IsRequired = true },
                new LinesField("demands", new("企业诉求", "What was asked for")) { Hint = new("一行一条。", "One a line.") },
                .. choices.Issues.IsEmpty ? (SheetField[])[] : [issues],
            ],
            new("新发现的问题（随走访起草，由整改办立账；不填的不计）", "Issues found anew: drafted with the visit, to be registered by the ledger office. Rows left empty do not count."),
            number => new($"问题{number}", $"Issue {number}"),
            place =>
            [
                new TextField($"drafts[{place}].description", new("问题描述", "Description"), 2) { IsRequired = true },
                new ChoiceField($"drafts[{place}].list", new("列入清单", "List"), lists) { IsRequired = true },
                new ChoiceField($"drafts[{place}].lead_unit", new("建议牵头单位", "Lead unit proposed"), units),
            ],
            (f, rows) => new RecordVisit(
                VisitCode.Of(f["visit"].Trim()),
                new(f.Day("visit_date")!.Value, [.. f.Ticked(visitors).Select(PersonId.Of)], f.Optional("enterprise"), f.Optional("place"), f["seen"], f.Lines("demands")),
                [.. f.Ticked(issues).Select(IssueNumber.Of)],
                [.. rows.Select(place => DraftOf(f, place, insight))],
                wrong?.Code,
                f.Optional(Reason)));
    }

    /// <summary>What the wrong record says, its issues among those that stand; otherwise the day and the enterprise of the project.</summary>
    public static Filled Begun(Project card, Insight insight, Visit? wrong, string free)
    {
        var filled = new Filled { ["visit"] = free };
        filled.Set("visit_date", wrong?.Particulars.On ?? insight.Today);
        filled["enterprise"] = (wrong is null ? card.Particulars?.Enterprise : wrong.Particulars.Enterprise) ?? "";
        if (wrong is null)
            return filled;
        (filled["place"], filled["seen"], filled["demands"]) = (wrong.Particulars.Place ?? "", wrong.Particulars.Seen, string.Join('\n', wrong.Particulars.Demands));
        foreach (var person in wrong.Particulars.Visitors)
            filled.Tick("visitors", person.Value, true);
        foreach (var number in wrong.Issues)
            filled.Tick("issues", number.Value, true);
        return filled;
    }

    // Where the park keeps a list of sources the ledger office chooses from it; the remark then says where the issue was found.
    private static DraftIssue DraftOf(Filled filled, int place, Insight insight)
    {
        var day = filled.Day("visit_date");
        var origin = $"走访 {filled["visit"].Trim()}（{Speech.Day(day)}）";
        var found = new IssueParticulars(filled[$"drafts[{place}].description"], FoundOn: day, LeadUnit: filled.Id<UnitCode>($"drafts[{place}].lead_unit"));
        return new(
            ListCode.Of(filled[$"drafts[{place}].list"]), Number: null,
            insight.Park.TermsOf(Vocabulary.IssueSource).IsEmpty ? found with { Source = origin } : found with { Remark = origin });
    }
}
