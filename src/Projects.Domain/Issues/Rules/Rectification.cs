using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Projects;

/// <summary>整改 and 自查 (DOMAIN 4, row 4): progress, measures, evidence.</summary>
internal static partial class Rectification
{
    private const long LargestFileBytes = 52_428_800;
    private const int LongestFileName = 255;

    public static Leave MayReport(IssueMatter m) => m.May<ReportProgress>(Right.Rectifier(m.Issue));

    public static Decision Report(IssueMatter m, ReportProgress command)
    {
        var check = new FieldCheck();
        var said = new ProgressReported(m.Number, check.Text("progress", command.Progress, FieldCheck.Statement), check.Optional("difficulty", command.Difficulty, FieldCheck.Statement));
        var alreadySo = m.Issue.Round is { Progress: [.., var last] }
            && (last.Progress, last.Difficulty, last.On, last.By.Person) == (said.Progress, said.Difficulty, m.On, m.Person);
        return Record(MayReport(m), check, said, alreadySo);
    }

    public static Leave MayComplete(IssueMatter m) => m.May<CompleteMeasure>(Right.Rectifier(m.Issue));

    public static Decision Complete(IssueMatter m, CompleteMeasure command)
    {
        var measure = m.Issue.Round?.Measures.FirstOrDefault(planned => planned.No == command.Measure);
        var leave = MayComplete(m).Unless(() => measure is null ? new NotFound("measure", $"{command.Measure}") : null);
        var check = new FieldCheck();
        var done = new MeasureCompleted(m.Number, command.Measure, check.Optional("note", command.Note, FieldCheck.Statement));
        return Record(leave, check, done, alreadySo: measure?.DoneOn is not null);
    }

    public static Leave MayAddMeasure(IssueMatter m) => m.May<AddMeasure>(Right.Rectifier(m.Issue));

    public static Decision Add(IssueMatter m, AddMeasure command)
    {
        var planned = m.Issue.Round?.Measures ?? [];
        var check = new FieldCheck();
        var text = check.Text("measure", command.Measure, FieldCheck.Statement);
        check.Require(planned.Length < FieldCheck.Items, "measure", $"措施不得超过{FieldCheck.Items}条", $"there must not be more than {FieldCheck.Items} measures");
        return Record(MayAddMeasure(m), check, new MeasureAdded(m.Number, planned.Length + 1, text), alreadySo: planned.Any(measure => measure.Text == text));
    }

    public static Leave MayAddEvidence(IssueMatter m) => m.May<AddEvidence>(Right.Rectifier(m.Issue));

    public static Decision Add(IssueMatter m, AddEvidence command)
    {
        var check = new FieldCheck();
        var criteria = command.Criteria.IsDefault ? [] : command.Criteria.Distinct().Order().ToImmutableArray();
        check.Require(!criteria.IsEmpty, "criteria", "须指明佐证哪条销号标准", "must name the criteria it shows");
        check.Require(criteria.All(no => no >= 1 && no <= m.Particulars.Criteria.Length), "criteria", "没有这条销号标准", "names a criterion that is not there");
        check.Past("captured_date", command.CapturedOn, m.Today);
        var file = check.File(command.File);
        var added = new EvidenceAdded(m.Number, file, criteria, command.CapturedOn, check.Optional("note", command.Note, FieldCheck.Statement));
        var alreadySo = m.Issue.Round?.Evidence.Any(held => held.File.Digest == file.Digest && held.Criteria.SequenceEqual(criteria)) == true;
        return Record(MayAddEvidence(m), check, added, alreadySo);
    }

    public static Leave MaySelfCheck(IssueMatter m) => m.May<SelfCheckIssue>(Right.Rectifier(m.Issue)).Unless(() => MeasuresObstacle(m.Issue));

    public static Decision SelfCheck(IssueMatter m, SelfCheckIssue command)
    {
        var check = new FieldCheck();
        var statement = check.Text("statement", command.Statement, FieldCheck.Statement);
        return Record(MaySelfCheck(m), check, new IssueSelfChecked(m.Number, statement), alreadySo: m.Issue.Round?.SelfCheck?.Statement == statement);
    }

    public static Refusal? MeasuresObstacle(Issue issue)
    {
        ImmutableArray<int> open = [.. issue.Round!.Measures.Where(measure => measure.DoneOn is null).Select(measure => measure.No)];
        return open.IsEmpty ? null : new MeasuresOpen(issue.Number, open);
    }

    // While it is being rectified a repeat changes nothing; later the state is what has changed, and is said.
    private static Decision Record(Leave leave, FieldCheck check, Event @event, bool alreadySo)
    {
        if (leave.Obstacle(alreadySo && leave.Of.Issue.State is IssueState.Rectifying) is { } obstacle)
            return obstacle;
        return check.Refusal is { } fault ? Matter.No(fault) : leave.Record(@event);
    }

    private static EvidenceFile File(this FieldCheck check, EvidenceFile file)
    {
        check.Require(file.Digest is not null && Digest().IsMatch(file.Digest), "file.digest", "须为SHA-256小写十六进制", "must be SHA-256 in 64 lower-case hexadecimal digits");
        check.Require(file.SizeBytes is >= 1 and <= LargestFileBytes, "file.size_bytes", "文件须在50MB以内且不为空", "must be 1 byte to 50 MB");
        return file with
        {
            Name = check.Text("file.name", file.Name, LongestFileName),
            MediaType = check.Text("file.media_type", file.MediaType, FieldCheck.Line),
        };
    }

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
