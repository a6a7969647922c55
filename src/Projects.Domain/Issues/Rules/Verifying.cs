using System.Collections.Immutable;

namespace Projects;

/// <summary>核查 (DOMAIN 4, rows 8 and 9).</summary>
internal static class Verifying
{
    public static Leave MayStart(IssueMatter m) => m.May<StartVerification>(Right.LedgerOffice);

    public static Decision Start(IssueMatter m, StartVerification command)
    {
        var leave = MayStart(m);
        var verifiers = command.Verifiers.IsDefault ? [] : command.Verifiers;
        var alreadySo = m.Issue is { State: IssueState.Verifying, Request: { } open } && open.Verifiers.Order().SequenceEqual(verifiers.Order());
        if (leave.Obstacle(alreadySo) is { } obstacle)
            return obstacle;
        return NamingObstacle(m, verifiers) is { } unfit ? Matter.No(unfit) : leave.Record(new VerificationStarted(m.Number, verifiers));
    }

    /// <summary>The named verifier or their delegate; rights and duties are asked anew, for much may have changed since the naming.</summary>
    public static Leave MayRecord(IssueMatter m)
    {
        var leave = m.May<RecordVerification>(Right.InAnyUnit(Role.Verifier));
        return m.Issue.Request is not { } open ? leave : leave
            .Without(capacity => open.Verifiers.Contains(Seat(m, capacity)) ? null : new NotNamedVerifier(m.Number, open.Verifiers))
            .Without(capacity => open.Verifications.Any(done => done.Verifier == Seat(m, capacity)) ? new VerifierDoneAlready(m.Number, Seat(m, capacity)) : null)
            .Without(capacity => SeparationOfDuties.OfVerifierActing(m, capacity));
    }

    public static Decision Record(IssueMatter m, RecordVerification command)
    {
        var leave = MayRecord(m);
        var check = new FieldCheck();
        var opinion = check.Text("opinion", command.Opinion, FieldCheck.Statement);
        if (leave.Obstacle(IsRecorded(m, opinion)) is { } obstacle)
            return obstacle;
        var judgements = Judged(check, m.Particulars.Criteria.Length, command.Judgements);
        if ((check.Refusal ?? VerdictObstacle(m, judgements)) is { } refusal)
            return Matter.No(refusal);

        var recorded = new VerificationRecorded(m.Number, Seat(m, leave.As), judgements, opinion);
        var open = m.Issue.Request!;
        if (open.Verifications.Length + 1 < open.Verifiers.Length)
            return leave.Record(recorded);
        var terms = m.Issue.Round!.Terms;
        return terms is { Approval: ApprovalOrder.NoticeThenApprove, NoticeWorkingDays: > 0 }
            ? leave.Record(recorded, new VerificationPassed(m.Number), new NoticeStarted(m.Number, terms.NoticeWorkingDays))
            : leave.Record(recorded, new VerificationPassed(m.Number));
    }

    /// <summary>The verifier in whose place a capacity acts.</summary>
    public static PersonId Seat(IssueMatter m, Capacity capacity) => capacity.For ?? m.Person;

    private static Refusal? NamingObstacle(IssueMatter m, ImmutableArray<PersonId> named)
    {
        var needed = m.Issue.Round!.Terms.Verifiers;
        if (named.Length != needed || named.Distinct().Count() != needed)
            return new VerifierCountWrong(m.Number, needed, named.Distinct().Count());
        ImmutableArray<PersonId> strangers = [.. named.Where(person => !IsVerifier(m, person))];
        if (!strangers.IsEmpty)
            return new VerifierNotAppointed(m.Number, strangers);
        return named.Select(person => SeparationOfDuties.OfVerifier(m, person)).FirstOrDefault(conflict => conflict is not null);
    }

    private static bool IsVerifier(IssueMatter m, PersonId person) =>
        m.Matter.Park.Appointments.Any(held => held.Person == person && held.Role is Role.Verifier && held.HoldsOn(m.Today));

    private static bool IsRecorded(IssueMatter m, string opinion) =>
        m.Issue.Round is { Requests: [.., var last] } && last.Verifications.Any(done => done.By.Person == m.Person && done.Opinion == opinion)
        && last.Outcome is ClosureOutcome.Open or ClosureOutcome.Done;

    private static ImmutableArray<Judgement> Judged(FieldCheck check, int criteria, ImmutableArray<Judgement> said)
    {
        var judgements = said.IsDefault ? [] : said;
        check.Require(judgements.All(judgement => judgement.Criterion >= 1 && judgement.Criterion <= criteria), "judgements", "没有这条销号标准", "judges a criterion that is not there");
        check.Require(judgements.DistinctBy(judgement => judgement.Criterion).Count() == judgements.Length, "judgements", "同一标准只能判定一次", "judges a criterion twice");
        return [.. judgements.OrderBy(judgement => judgement.Criterion).Select(judgement => judgement with { Note = check.Optional("judgements.note", judgement.Note, FieldCheck.Statement) })];
    }

    private static Refusal? VerdictObstacle(IssueMatter m, ImmutableArray<Judgement> judgements)
    {
        ImmutableArray<int> unjudged = [.. Enumerable.Range(1, m.Particulars.Criteria.Length).Where(no => judgements.All(judgement => judgement.Criterion != no))];
        if (!unjudged.IsEmpty)
            return new CriteriaUnjudged(m.Number, unjudged);
        ImmutableArray<int> unmet = [.. judgements.Where(judgement => !judgement.Met).Select(judgement => judgement.Criterion)];
        return unmet.IsEmpty ? null : new CriteriaNotMet(m.Number, unmet);
    }
}
