namespace Projects;

/// <summary>接管 (DOMAIN 10.3): an issue of an older ledger enters with what its document states. Only a person of the ledger office may, for it can enter closed ones.</summary>
internal static class TakingOver
{
    private const int HighestRound = 99;
    private const int LongestFilingNumber = 100;

    public static Decision TakeOver(Matter matter, TakeOverIssue command)
    {
        if (!matter.Project.Lists.TryGetValue(command.List, out var list))
            return Matter.No(new NotFound("list", command.List.Value));
        if (matter.Stamp.Actor.Kind is ActorKind.Program)
            return Matter.No(new PersonNeeded());
        if (matter.As(Role.LedgerOffice) is not { } capacity)
            return Matter.No(new RoleMissing([Role.LedgerOffice]));
        if (Registering.ListObstacle(list) is { } closed)
            return Matter.No(closed);

        var check = new FieldCheck();
        var particulars = check.Particulars(command.Particulars, matter);
        var stated = Stated(check, command.TakeOver);
        if (IsTakenOver(matter.Project, command, particulars, stated))
            return Matter.Already;
        Dates(check, stated, particulars, matter);
        StateFacts(check, stated, particulars);
        var number = check.Number(matter.Project, list, command.Number, out var taken);
        if ((check.Refusal ?? taken ?? Incomplete(matter, command.Number, particulars, stated)) is { } refusal)
            return Matter.No(refusal);
        var due = Registering.DueOf(particulars, stated.RegisteredOn, matter.Calendar) ?? DueDate.Stated(stated.RegisteredOn);
        return matter.Yes(capacity, new IssueTakenOver(number, list.Code, particulars, stated, due, ClosingTerms.Of(matter.Park, particulars.Grade)));
    }

    private static TakeOver Stated(FieldCheck check, TakeOver said)
    {
        check.Require(said.Round is >= 1 and <= HighestRound, "take_over.round", $"须为1至{HighestRound}", $"must be 1 to {HighestRound}");
        return said with
        {
            Document = check.Text("take_over.document", said.Document, FieldCheck.Line),
            FilingNumber = check.Optional("take_over.filing_number", said.FilingNumber, LongestFilingNumber),
            People = check.Optional("take_over.people", said.People, FieldCheck.Statement),
        };
    }

    // Every day the document states lies in the past and they follow one another.
    private static void Dates(FieldCheck check, TakeOver stated, IssueParticulars particulars, Matter matter)
    {
        check.Require(matter.On == matter.Today, "effective_date", "接管按今日记录，原日期填在接管信息中", "a take-over is recorded today; its days stand in the take-over itself");
        DateOnly? before = null;
        (string Field, DateOnly? Day)[] inOrder =
        [
            ("found_date", particulars.FoundOn), ("take_over.registered_date", stated.RegisteredOn), ("take_over.accepted_date", stated.AcceptedOn),
            ("take_over.requested_date", stated.RequestedOn), ("take_over.closed_date", stated.ClosedOn),
        ];
        foreach (var (field, day) in inOrder)
        {
            check.Past(field, day, matter.Today);
            check.Day(field, day);
            check.Require(!(day < before), field, "早于前一环节的日期", "lies before the step that precedes it");
            before = day ?? before;
        }
        check.Day("take_over.current_due_date", stated.CurrentDue);
        check.Day("take_over.next_review_date", stated.NextReview);
    }

    private static void StateFacts(FieldCheck check, TakeOver stated, IssueParticulars particulars)
    {
        var state = stated.State;
        var ended = state is IssueState.Closed or IssueState.Filed;
        var standing = particulars.Kind is IssueKind.Standing;
        check.Require(ended || state is IssueState.Registered or IssueState.Rectifying or IssueState.StandingWatch or IssueState.Void,
            "take_over.state", "接管时只能为待签收、整改中、已销号、已备案、长期坚持或作废", "must be registered, rectifying, closed, filed, under standing watch or void");
        check.Require(ended == stated.ClosedOn is not null, "take_over.closed_date", "已销号、已备案须有销号日期，其余不得有", "goes with closed and filed, and only with them");
        check.Require((state is IssueState.Filed) == stated.FilingNumber is not null, "take_over.filing_number", "已备案须有备案号，其余不得有", "goes with filed, and only with it");
        check.Require((state is IssueState.StandingWatch) == stated.NextReview is not null, "take_over.next_review_date", "长期坚持须有下次回头看日期，其余不得有", "goes with standing watch, and only with it");
        check.Require(!(standing && ended) && (standing || state is not IssueState.StandingWatch), "take_over.state", "长期坚持事项不销号，其余事项不转长期坚持", "a standing issue is watched, never closed; any other is closed, never watched");
        check.Require(state is not IssueState.Registered || stated is { AcceptedOn: null, RequestedOn: null }, "take_over.state", "待签收事项不应有签收或申请日期", "a registered issue has not been accepted or asked to close yet");
    }

    // A void issue is kept as the document left it; any other may have to be worked on again and needs what the books need.
    private static Refusal? Incomplete(Matter matter, IssueNumber? number, IssueParticulars particulars, TakeOver stated) =>
        stated.State is IssueState.Void ? null : Registering.Incomplete(number, particulars, matter, stated.RegisteredOn, stated.RegisteredOn);

    private static bool IsTakenOver(Project project, TakeOverIssue command, IssueParticulars particulars, TakeOver stated) =>
        command.Number is { } number
        && project.Issues.TryGetValue(number, out var issue)
        && issue.List == command.List && issue.TakenOver == stated && issue.Particulars.SaysTheSameAs(particulars);
}
