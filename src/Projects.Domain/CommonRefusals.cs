using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Projects;

/// <summary>One or more fields are missing, malformed or contradict one another.</summary>
[method: JsonConstructor]
public sealed record InvalidFields(ImmutableArray<FieldFault> Faults) : Refusal
{
    public InvalidFields(string field, string zh, string en) : this([new FieldFault(field, new Text(zh, en))]) { }

    public override Reason Reason => Reason.Invalid;
    public override ImmutableArray<FieldFault> Fields => Faults;
}

/// <summary>There is no such thing, or not for this person: another park's data is not found either (DOMAIN 10.6).</summary>
/// <param name="Kind">What was looked for: park, project, phase, milestone, list, issue, entry, visit, meeting, person, unit, vocabulary, evidence.</param>
public sealed record NotFound(string Kind, string Name) : Refusal
{
    public override Reason Reason => Reason.NotFound;
}

/// <summary>The name is taken already by something else.</summary>
public sealed record NameTaken(string Kind, string Name) : Refusal
{
    public override Reason Reason => Reason.NumberTaken;
}

/// <summary>The actor holds none of the roles that may do this.</summary>
/// <param name="Unit">The unit in which the role would have to be held; null for any.</param>
public sealed record RoleMissing(ImmutableArray<Role> Roles, UnitCode? Unit = null) : Refusal
{
    public override Reason Reason => Reason.Forbidden;
}

/// <summary>A program's token may never verify, approve or administer (SECURITY 2).</summary>
public sealed record PersonNeeded : Refusal
{
    public override Reason Reason => Reason.Forbidden;
}

/// <summary>Somebody changed it since the caller looked.</summary>
public sealed record ChangedMeanwhile(long Expected, long Present) : Refusal
{
    public override Reason Reason => Reason.Conflict;
}

/// <summary>The request id stands in the history already, for another command.</summary>
public sealed record RequestIdReused(string RequestId) : Refusal
{
    public override Reason Reason => Reason.Conflict;
    public override ImmutableArray<FieldFault> Fields =>
        [new("request_id", new Text("该请求号已用于另一条命令，请换一个", "this request id was used for another command; choose a new one"))];
}

/// <summary>The day lies after today.</summary>
public sealed record DayInFuture(string Field, DateOnly Day, DateOnly Today) : Refusal
{
    public override Reason Reason => Reason.FutureDate;
    public override ImmutableArray<FieldFault> Fields => [new(Field, new Text("不得晚于今天", "must not lie after today"))];
}

/// <summary>The effective day lies further back than the park's policy lets a late entry lie; take-over is the way in (DOMAIN 10.3).</summary>
public sealed record DayTooFarBack(DateOnly Day, DateOnly Today, int WorkingDays) : Refusal
{
    public override Reason Reason => Reason.TooLate;
    public override ImmutableArray<FieldFault> Fields =>
        [new("effective_date", new Text($"早于补录期限（{WorkingDays}个工作日）", $"lies before the window for late entries ({WorkingDays} working days)"))];
}

/// <summary>The record was corrected before: another stands in its place, and that one is to be corrected if it is wrong too.</summary>
/// <param name="Kind">visit or meeting.</param>
public sealed record CorrectedAlready(string Kind, string Name, string By) : Refusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>A reason in words is required.</summary>
public sealed record ReasonMissing(string Field) : Refusal
{
    public override Reason Reason => Reason.ReasonRequired;
    public override ImmutableArray<FieldFault> Fields => [new(Field, new Text("请写明理由", "state the reason"))];
}

/// <summary>More rows are asked for than are given at once.</summary>
public sealed record TooManyRows(int AtMost) : Refusal
{
    public override Reason Reason => Reason.Invalid;
}
