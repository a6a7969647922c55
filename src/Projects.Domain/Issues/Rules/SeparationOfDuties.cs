using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// Who may not judge what they did (DOMAIN 4; SECURITY 2). Asked at decision time, of the person and of the one they act for:
/// a delegate inherits the delegator's conflicts and brings their own.
/// </summary>
internal static class SeparationOfDuties
{
    /// <summary>Rows 8 and 9: a verifier rectified nothing in this round and belongs to no unit concerned.</summary>
    public static Refusal? OfVerifier(IssueMatter m, PersonId person)
    {
        if (m.Issue.Round is { } round && round.Rectifiers.Contains(person))
            return new DutiesNotSeparate(m.Number, person, m.Issue.Request?.By.Involves(person) == true ? Duty.Requester : Duty.Rectifier);
        return BelongsToUnitConcerned(m, person) ? new DutiesNotSeparate(m.Number, person, Duty.UnitConcerned) : null;
    }

    /// <summary>Row 9: the same when the finding is recorded, and no person stands behind two findings.</summary>
    public static Refusal? OfVerifierActing(IssueMatter m, Capacity capacity) => Ask(m, capacity, person =>
        OfVerifier(m, person)
        ?? (m.Issue.Request!.Verifications.Any(done => done.Verifier == person || done.By.Involves(person)) ? new DutiesNotSeparate(m.Number, person, Duty.Verifier) : null));

    /// <summary>Row 11: an approver neither rectified, nor asked, nor verified, nor answers for it.</summary>
    public static Refusal? OfApprover(IssueMatter m, Capacity capacity) => Ask(m, capacity, person => HeldBesideApproval(m.Issue, person) is { } duty
        ? new DutiesNotSeparate(m.Number, person, duty)
        : null);

    /// <summary>Row 5: nobody decides the extension they asked for.</summary>
    public static Refusal? OfExtensionDecider(IssueMatter m, Extension asked, Capacity capacity) => Ask(m, capacity, person =>
        asked.RequestedBy.Involves(person) ? new DutiesNotSeparate(m.Number, person, Duty.Applicant) : null);

    /// <summary>Nobody settles the reply they gave to an urging.</summary>
    public static Refusal? OfUrgingSettler(IssueMatter m, UrgingReply reply, Capacity capacity) => Ask(m, capacity, person =>
        reply.By.Involves(person) ? new DutiesNotSeparate(m.Number, person, Duty.Replier) : null);

    // By own appointment or by one lent: who stands in for the head of the lead unit is of it as long as they do.
    private static bool BelongsToUnitConcerned(IssueMatter m, PersonId person) =>
        m.Matter.Park.Appointments.Any(held => held.Person == person && held.HoldsOn(m.Today) && m.Particulars.IsConcerned(held.Unit))
        || m.Matter.Park.Delegations.Any(lent => lent.To == person && lent.HoldsOn(m.Today) && m.Particulars.IsConcerned(lent.Unit));

    private static Duty? HeldBesideApproval(Issue issue, PersonId person)
    {
        if (issue.Request is { } request)
        {
            if (request.By.Involves(person))
                return Duty.Requester;
            if (request.Verifiers.Contains(person) || request.Verifications.Any(done => done.By.Involves(person)))
                return Duty.Verifier;
        }
        if (issue.Round is { } round && round.Rectifiers.Contains(person))
            return Duty.Rectifier;
        return issue.Particulars.Leader == person ? Duty.AccountableLeader : null;
    }

    private static Refusal? Ask(IssueMatter m, Capacity capacity, Func<PersonId, Refusal?> conflict) =>
        conflict(m.Person) ?? (capacity.For is { } lender ? conflict(lender) : null);
}
