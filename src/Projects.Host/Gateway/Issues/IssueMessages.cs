using Projects.Grains;

namespace Projects.Host.Gateway;

/// <summary>An issue as a caller sees it on a day: what it says, where it stands, what follows from the day, and what the caller may do.</summary>
internal sealed class IssueMessages(ProjectId project, Insight insight, Language language)
{
    private readonly RoundMessages rounds = new(insight);
    private readonly UrgingMessages urgings = new(insight);
    private readonly Dictionary<Refusal, string> explanations = [];

    public V1.Issue Of(IssueSight sight)
    {
        var (issue, matter) = (sight.Issue, insight.MatterOf(project, sight));
        var wire = StandingOf(issue);
        wire.Particulars = issue.Particulars.ToWire(project.Park);
        wire.Rounds.Add(issue.Rounds.Select(rounds.Of));
        wire.Extensions.Add(issue.Extensions.Select(Of));
        wire.Urgings.Add(issue.Urgings.Select(notice => urgings.Of(project, issue.Number, notice, notice.StateIn(issue))));
        wire.Reviews.Add(issue.Reviews.Select(Of));
        wire.Suspension = issue.Suspension is { } suspension ? Of(suspension) : null;
        wire.TakeOver = issue.TakenOver?.ToWire();
        wire.BallInCourt.Add(HolderMessages.Of(BallInCourt.Of(issue), insight.Park, language));
        var names = Naming.Of(insight.Park, matter.Project);
        wire.AllowedActions.Add(Actions.For(matter, issue.Number).Select(action => Of(action, names)));
        Derive(wire, issue);
        return wire;
    }

    private V1.Issue StandingOf(Issue issue) => new()
    {
        Name = ResourceName.Of(project, issue.Number),
        Number = issue.Number.Value,
        List = ResourceName.Of(project, issue.List),
        State = issue.State.ToWire(),
        RegisteredDate = issue.RegisteredOn.ToWire(),
        AcceptedDate = issue.AcceptedOn.ToWire(),
        OriginalDue = issue.OriginalDue?.ToWire(),
        CurrentDueDate = issue.CurrentDue.ToWire(),
        Dispute = issue.Dispute ?? "",
        ClosedDate = issue.ClosedOn.ToWire(),
        FilingNumber = issue.FilingNumber ?? "",
        FiledDate = issue.FiledOn.ToWire(),
        NextReviewDate = issue.NextReview.ToWire(),
        VoidReason = issue.VoidReason ?? "",
        MergedInto = issue.MergedInto is { } other ? ResourceName.Of(project, other) : "",
        LastStepDate = issue.LastStepOn.ToWire(),
        Etag = Etags.Of(issue.Version),
    };

    /// <summary>What is never stored: light, overdue and the days left follow from today.</summary>
    private void Derive(V1.Issue wire, Issue issue)
    {
        wire.Light = IssueLight.Of(issue, insight.Today, insight.Park.Policy, insight.Calendar).ToWire();
        if (!issue.State.IsOpen() || issue.CurrentDue is not { } due)
            return;
        wire.Overdue = due < insight.Today;
        if (insight.Calendar.IsPublished(due.Year) && insight.Calendar.IsPublished(insight.Today.Year))
            wire.WorkingDaysLeft = insight.Calendar.WorkingDaysBetween(insight.Today, due);
    }

    private V1.Extension Of(Extension extension)
    {
        var wire = new V1.Extension
        {
            OldDueDate = extension.OldDue.ToWire(),
            NewDueDate = extension.NewDue.ToWire(),
            Reason = extension.Reason,
            Late = extension.Late,
            ApproverLevel = extension.ApproverLevel,
            RequestedBy = Signatures.Of(extension.RequestedBy, extension.RequestedOn, insight.Park),
            DecidedBy = Signatures.Of(extension.DecidedBy, extension.DecidedOn, insight.Park),
            DecisionReason = extension.DecisionReason ?? "",
        };
        if (extension.Granted is { } granted)
            wire.Granted = granted;
        return wire;
    }

    private V1.Review Of(Review review) => new()
    {
        Finding = review.Finding,
        NextReviewDate = review.NextReview.ToWire(),
        By = Signatures.Of(review.By, review.On, insight.Park),
    };

    private V1.Suspension Of(Suspension suspension) => new()
    {
        LeftState = suspension.Left.ToWire(),
        Reason = suspension.Reason,
        ReviewDate = suspension.ReviewOn.ToWire(),
        By = Signatures.Of(suspension.By, suspension.On, insight.Park),
    };

    private V1.AllowedAction Of(IssueAction action, Naming names) => new()
    {
        Verb = action.Verb,
        Allowed = action.Allowed,
        Reason = action.WhyNot is { } obstacle ? Refusing.Of(obstacle.Reason) : "",
        Explanation = action.WhyNot is { } why ? ExplanationOf(why, names) : "",
    };

    // Many actions meet the same obstacle.
    private string ExplanationOf(Refusal obstacle, Naming names)
    {
        if (!explanations.TryGetValue(obstacle, out var words))
            explanations.Add(obstacle, words = Words.Of(obstacle, names).In(language));
        return words;
    }
}
