using System.Collections.Immutable;

namespace Projects;

public sealed partial record Round
{
    internal Round Rectify(Event happened, Recorded recorded) => happened switch
    {
        ProgressReported e => this with { Progress = Progress.Add(new ProgressEntry(e.Progress, e.Difficulty, recorded.By, recorded.Effective)) },
        MeasureCompleted e => this with
        {
            Measures = [.. Measures.Select(measure => measure.No == e.Measure ? measure with { DoneOn = recorded.Effective, By = recorded.By, Note = e.Note } : measure)],
        },
        // What was found complete was so without the new measure.
        MeasureAdded e => this with { Measures = Measures.Add(new MeasureItem(e.Measure, e.Text)), SelfCheck = null },
        EvidenceAdded e => this with { Evidence = Evidence.Add(new EvidenceItem(e.File, e.Criteria, e.CapturedOn, e.Note, recorded.By, recorded.Effective)) },
        IssueSelfChecked e => this with { SelfCheck = new SelfCheck(e.Statement, recorded.By, recorded.Effective) },
        _ => this,
    } with { Rectifiers = With(recorded.By) };

    internal Round Ask(ClosureRequested e, Recorded recorded) => this with
    {
        Requests = Requests.Add(new ClosureRequest { Statement = e.Statement, By = recorded.By, On = recorded.Effective, NextReview = e.NextReview }),
        Rectifiers = With(recorded.By),
    };

    internal Round Involve(By by) => this with { Rectifiers = With(by) };

    private ImmutableSortedSet<PersonId> With(By by) => by.For is { } lender ? Rectifiers.Add(by.Person).Add(lender) : Rectifiers.Add(by.Person);
}
