using System.Collections.Immutable;

namespace Projects;

/// <summary>An obstacle in a project's investment.</summary>
public abstract record InvestmentRefusal : Refusal;

/// <summary>A campaign 专项 has no investment (DOMAIN 3).</summary>
public sealed record CampaignHasNoInvestment : InvestmentRefusal
{
    public override Reason Reason => Reason.Invalid;
}

/// <summary>形象进度 and 财务支出 are never summed, nor does one take back the other (DOMAIN 5).</summary>
public sealed record BasesNeverSum(InvestmentBasis One, InvestmentBasis Other) : InvestmentRefusal
{
    public override Reason Reason => Reason.BasisMix;
    public override ImmutableArray<FieldFault> Fields => [new("basis", new Text("两种口径不得混用", "must be one basis throughout"))];
}

/// <summary>The months of a plan must sum to its year.</summary>
public sealed record MonthsDoNotSum(Money Total, Money Months) : InvestmentRefusal
{
    public override Reason Reason => Reason.Invalid;
    public override ImmutableArray<FieldFault> Fields => [new("months_fen", new Text("各月之和不等于全年", "must sum to the year's total"))];
}

/// <summary>The entry was taken back already, by another one.</summary>
public sealed record EntryReversed(EntryCode Entry, EntryCode By) : InvestmentRefusal
{
    public override Reason Reason => Reason.WrongState;
}

/// <summary>A reversing entry is not reversed: what it took back by mistake is recorded anew.</summary>
/// <param name="Reversed">The entry it took back.</param>
public sealed record ReversalStands(EntryCode Entry, EntryCode Reversed) : InvestmentRefusal
{
    public override Reason Reason => Reason.WrongState;
}
