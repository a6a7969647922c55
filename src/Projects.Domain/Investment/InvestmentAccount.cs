using System.Collections.Immutable;

namespace Projects;

/// <summary>The investment of one project: plans by year and basis, entries in order.</summary>
public sealed record InvestmentAccount
{
    public static InvestmentAccount Empty { get; } = new();

    public ImmutableArray<InvestmentPlan> Plans { get; init; } = [];
    public ImmutableArray<InvestmentEntry> Entries { get; init; } = [];

    internal InvestmentAccount Plan(InvestmentPlan plan) => this with
    {
        Plans = [.. Plans.Where(held => (held.Year, held.Basis) != (plan.Year, plan.Basis)).Append(plan).OrderBy(held => held.Year).ThenBy(held => held.Basis)],
    };

    internal InvestmentAccount Enter(InvestmentEntry entry) => this with { Entries = Entries.Add(entry) };

    internal InvestmentAccount Mark(EntryCode wrong, EntryCode reversal, long version) => this with
    {
        Entries = [.. Entries.Select(entry => entry.Code == wrong ? entry with { ReversedBy = reversal, Version = version } : entry)],
    };
}

/// <summary>The plan of a year on one basis; <see cref="Months"/> holds twelve amounts whose sum is <see cref="Total"/>.</summary>
public sealed record InvestmentPlan(int Year, InvestmentBasis Basis, Money Total, ImmutableArray<Money> Months, long Version);

/// <summary>One entry, for ever as it was written.</summary>
/// <param name="Amount">Negative in a reversing entry.</param>
/// <param name="Reverses">The wrong entry this one takes back; null in an ordinary entry.</param>
/// <param name="ReversedBy">The entry that took this one back; null while it stands.</param>
/// <param name="On">The effective day it was entered for.</param>
public sealed record InvestmentEntry(
    EntryCode Code,
    Month Month,
    InvestmentBasis Basis,
    InvestmentCategory Category,
    Money Amount,
    string? Voucher,
    string? Note,
    EntryCode? Reverses,
    EntryCode? ReversedBy,
    By By,
    DateOnly On,
    long Version);
