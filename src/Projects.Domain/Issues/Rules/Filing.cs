namespace Projects;

/// <summary>备案 (DOMAIN 4, row 14).</summary>
internal static class Filing
{
    private const int LongestNumber = 100;

    public static Leave MayFile(IssueMatter m) => m.May<FileClosure>(Right.InAnyUnit(Role.LedgerOffice, Role.UpperLevel));

    public static Decision File(IssueMatter m, FileClosure command)
    {
        var leave = MayFile(m);
        var check = new FieldCheck();
        var number = check.Text("filing_number", command.FilingNumber, LongestNumber);
        if (leave.Obstacle(alreadySo: m.Issue.State is IssueState.Filed && m.Issue.FilingNumber == number) is { } obstacle)
            return obstacle;
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(new ClosureFiled(m.Number, number));
    }
}
