using System.Collections.Immutable;
using CsCheck;

namespace Projects.Domain.Tests.Investment;

/// <summary>投资: plans whose months sum, entries only added, two bases that never meet (DOMAIN 5).</summary>
public sealed class InvestmentTests
{
    private static readonly ImmutableArray<Money> Months = [.. Enumerable.Repeat(Money.Wan(100), 12)];
    private static readonly SetInvestmentPlan Plan = new(2023, InvestmentBasis.Works, Money.Wan(1200), Months);
    private static readonly RecordInvestment Entry = new(new("e1"), new(2023, 8), InvestmentBasis.Works, InvestmentCategory.Construction, Money.Wan(280), "凭证1");
    private static readonly ReverseInvestment Reversal = new(new("r1"), new("e1"), InvestmentBasis.Works, "误录");

    private readonly Told told = Told.AProject();

    [Fact]
    public void The_months_of_a_plan_sum_to_its_year()
    {
        Assert.Equal(Money.Wan(1200), told.Refused<MonthsDoNotSum>("officer", Plan with { Total = Money.Wan(1201) }).Months);
        told.Refused<InvalidFields>("officer", Plan with { Months = [.. Months.Take(11)] });
        told.Refused<InvalidFields>("officer", Plan with { Months = Months.SetItem(0, Money.Wan(-1)) });
        told.Refused<InvalidFields>("officer", Plan with { Year = 23 });
        told.Refused<InvalidFields>("officer", Plan with { Basis = (InvestmentBasis)5 });
        told.Refused<RoleMissing>("head", Plan);
        told.Twice("officer", Plan).Twice("officer", Plan with { Basis = InvestmentBasis.Paid });
        told.Refused<ChangedMeanwhile>("officer", Plan with { Expected = 1 });
        told.Did("officer", Plan with { Total = Money.Wan(1300), Months = Months.SetItem(11, Money.Wan(200)) });
        Assert.Equal(2, told.Project.Investment.Plans.Length);
    }

    [Fact]
    public void An_entry_is_above_zero_and_of_a_month_begun()
    {
        told.Refused<InvalidFields>("officer", Entry with { Amount = Money.Wan(-1) });
        told.Refused<InvalidFields>("officer", Entry with { Amount = Money.Zero });
        told.Refused<InvalidFields>("officer", Entry with { Month = new(2023, 13) });
        told.Refused<InvalidFields>("officer", Entry with { Category = (InvestmentCategory)9 });
        Assert.Equal("month", told.Refused<DayInFuture>("officer", Entry with { Month = new(2023, 10) }).Field);
        told.Twice("officer", Entry);
        told.Refused<NameTaken>("officer", Entry with { Amount = Money.Wan(281) });
    }

    [Fact]
    public void A_mistake_is_reversed_whole_once_and_on_its_own_basis()
    {
        told.Refused<NotFound>("officer", Reversal);
        told.Did("officer", Entry).Did("officer", Entry with { Entry = new("e2") });
        Assert.Equal(Reason.BasisMix, told.Refused<BasesNeverSum>("officer", Reversal with { Basis = InvestmentBasis.Paid }).Reason);
        told.Refused<ReasonMissing>("officer", Reversal with { Reason = " " });
        told.Refused<NameTaken>("officer", Reversal with { Entry = new("e2") });
        told.Refused<ChangedMeanwhile>("officer", Reversal with { Expected = 1 });
        told.Twice("officer", Reversal);
        told.Refused<EntryReversed>("officer", Reversal with { Entry = new("r2") });
        told.Refused<ReversalStands>("officer", new ReverseInvestment(new("r2"), new("r1"), InvestmentBasis.Works, "x"));
        var entries = told.Project.Investment.Entries;
        Assert.Equal((3, new EntryCode("r1"), Money.Wan(-280)), (entries.Length, entries[0].ReversedBy, entries[2].Amount));
    }

    [Fact]
    public void Progress_is_compared_with_time_unrounded()
    {
        // DOMAIN 6: 97.158 % − 83.333 % = 13.8 pp, at the end of October.
        var figures = InvestmentFigures.Of(InvestmentBasis.Works, new(2023, 10, 31), Money.Zero, Money.Wan(97.158m), Money.Wan(97.158m), Money.Wan(100));
        Assert.Equal(("97.2 %", "83.3 %", "13.8 pp"), (figures.Completion.Percent(Language.English), figures.Time.Percent(Language.English), figures.Ahead!.Value.Show(Language.English)));
        Assert.Null(InvestmentFigures.Of(InvestmentAccount.Empty, InvestmentBasis.Works, Told.Monday).Ahead);
    }

    [Fact]
    public void Month_year_and_start_are_sums_of_one_basis()
    {
        told.Did("officer", Plan).Did("officer", Entry).Did("officer", Entry with { Entry = new("e2"), Month = new(2023, 9) })
            .Did("officer", Entry with { Entry = new("e3"), Month = new(2022, 12) }).Did("officer", Entry with { Entry = new("p1"), Basis = InvestmentBasis.Paid });
        var works = InvestmentFigures.Of(told.Project.Investment, InvestmentBasis.Works, Told.Monday);
        Assert.Equal((Money.Wan(280), Money.Wan(560), Money.Wan(840), Money.Wan(1200)), (works.InMonth, works.YearToDate, works.SinceStart, works.Plan));
        Assert.Equal(Money.Wan(280), InvestmentFigures.Of(told.Project.Investment, InvestmentBasis.Paid, Told.Monday).SinceStart);
    }

    /// <summary>Whatever is entered and reversed: the sum of a basis is the sum of its entries that stand.</summary>
    [Fact]
    public void Sums_are_those_of_the_entries_that_stand() =>
        Gen.Select(Gen.Int[0, 9], Gen.Bool, Gen.Bool, Gen.Int[1, 1_000_000]).Array[1, 40].Sample(steps =>
        {
            var story = Told.AProject();
            foreach (var (code, paid, reverse, fen) in steps)
            {
                var basis = paid ? InvestmentBasis.Paid : InvestmentBasis.Works;
                ProjectCommand command = reverse
                    ? new ReverseInvestment(new($"r{code}"), new($"e{code}"), basis, "误录")
                    : new RecordInvestment(new($"e{code}"), new(2023, 1 + code % 9), basis, InvestmentCategory.Other, Money.FromFen(fen), null);
                if (story.Try("officer", command) is Decision.Accepted yes)
                    story.Recorded(yes);
            }
            return Enum.GetValues<InvestmentBasis>().All(basis =>
                InvestmentFigures.Of(story.Project.Investment, basis, new(2023, 12, 31)).SinceStart
                == Money.Sum(story.Project.Investment.Entries.Where(entry => entry.Basis == basis && entry is { Reverses: null, ReversedBy: null }).Select(entry => entry.Amount)));
        }, iter: 200);
}
