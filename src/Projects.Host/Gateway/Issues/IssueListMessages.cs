namespace Projects.Host.Gateway;

/// <summary>An issue list, both ways.</summary>
internal static class IssueListMessages
{
    public static V1.IssueList Of(ProjectId project, IssueList list, RateSheet sheet, Language language) => new()
    {
        Name = ResourceName.Of(project, list.Code),
        DisplayName = list.Particulars.Name,
        Tier = list.Particulars.Tier.ToWire(),
        Source = list.Particulars.Source,
        Measure = list.Particulars.Measure.ToWire(),
        Description = list.Particulars.Description ?? "",
        Status = list.Status.ToWire(),
        QuotedTotals = list.Quoted is { } quoted ? Of(quoted, language) : null,
        Issues = RateMessages.CountsOf(sheet),
        Done = RateMessages.HeadlineOf(sheet, list.Particulars.Measure).ToWire(language),
        Etag = Etags.Of(list.Version),
    };

    public static ListParticulars ToParticulars(this V1.IssueList list, WireFields fields) => new(
        list.DisplayName,
        fields.RequiredMember<Tier>((int)list.Tier, "issue_list.tier"),
        list.Source,
        fields.RequiredMember<Measure>((int)list.Measure, "issue_list.measure"),
        list.Description);

    private static V1.QuotedTotals Of(QuotedTotals quoted, Language language) => new()
    {
        Found = quoted.Found.ToWire(language),
        Done = quoted.Done.ToWire(language),
        Source = quoted.Source,
        Date = quoted.On.ToWire(),
    };
}
