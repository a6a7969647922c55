using System.Collections.Immutable;

namespace Projects;

/// <summary>An obstacle in a project's registration or in the stages of its phases.</summary>
public abstract record RegistrationRefusal : Refusal;

/// <summary>A campaign 专项 has no construction, so no phases (DOMAIN 3).</summary>
public sealed record CampaignHasNoPhases : RegistrationRefusal
{
    public override Reason Reason => Reason.Invalid;
    public override ImmutableArray<FieldFault> Fields => [new("phase", new Text("此类项目不分期", "a project of this kind has no phases"))];
}

/// <summary>The phase stands aside, and the step needs one at work.</summary>
public sealed record WrongStage(PhaseCode Phase, Stage Stage, ImmutableArray<string> AllowedNow) : RegistrationRefusal
{
    public override Reason Reason => Reason.WrongState;
    public override ImmutableArray<string> Allowed => AllowedNow;
}

/// <summary>The stage is not one of the path of the project's kind.</summary>
public sealed record StageOffPath(PhaseCode Phase, Stage Stage, ImmutableArray<Stage> Path) : RegistrationRefusal
{
    public override Reason Reason => Reason.Invalid;
    public override ImmutableArray<FieldFault> Fields => [new("stage", new Text("不在该类项目的阶段之列", "is not on the path of this kind of project"))];
}

/// <summary>Stages only advance; a mistake is corrected, with a reason.</summary>
public sealed record StageGoesBack(PhaseCode Phase, Stage From, Stage To) : RegistrationRefusal
{
    public override Reason Reason => Reason.WrongState;
    public override ImmutableArray<string> Allowed => ["correctStage"];
}

/// <summary>A correction only takes back; further on, the phase is advanced.</summary>
public sealed record StageGoesForward(PhaseCode Phase, Stage From, Stage To) : RegistrationRefusal
{
    public override Reason Reason => Reason.WrongState;
    public override ImmutableArray<string> Allowed => ["advanceStage"];
}

/// <summary>The day lies before the one on which the present stage was entered.</summary>
/// <param name="Since">When the present stage was entered.</param>
public sealed record StageTooEarly(PhaseCode Phase, Stage Stage, DateOnly Since, DateOnly On) : RegistrationRefusal
{
    public override Reason Reason => Reason.Invalid;
    public override ImmutableArray<FieldFault> Fields =>
        [new("effective_date", new Text("不得早于进入当前阶段的日期", "must not lie before the day the present stage was entered"))];
}
