using System.Security.Cryptography;
using System.Text;

namespace Projects;

/// <summary>One row on its way to a month of a plan and to an entry.</summary>
internal sealed class InvestmentRowReader(ReadRow row, ImportSheet sheet, ImportGround ground) : OfProjectRowReader(row, sheet, ground)
{
    private static readonly (string, InvestmentBasis)[] OtherBases =
        [("形象", InvestmentBasis.Works), ("形象进度投资", InvestmentBasis.Works), ("财务", InvestmentBasis.Paid), ("财务支付", InvestmentBasis.Paid), ("支付", InvestmentBasis.Paid), ("财务拨付", InvestmentBasis.Paid)];

    private static readonly (string, InvestmentCategory)[] OtherCategories =
    [
        ("建筑", InvestmentCategory.Construction), ("建安工程", InvestmentCategory.Construction), ("设备", InvestmentCategory.Equipment), ("设备及工器具购置", InvestmentCategory.Equipment),
        ("安装", InvestmentCategory.Installation), ("土地", InvestmentCategory.Land), ("土地费", InvestmentCategory.Land), ("其他", InvestmentCategory.Other), ("其它费用", InvestmentCategory.Other),
    ];

    /// <summary>Null when it is not known which month of which project on which basis it is; what else is wrong stands among the faults.</summary>
    public InvestmentRow? Read(int no)
    {
        var (project, month) = (Project(), Month());
        var basis = Needed(InvestmentImportColumns.Basis) is null ? null : Member(InvestmentImportColumns.Basis, Called<InvestmentBasis>(InvestmentWords.Of).Concat(OtherBases));
        var (plan, amount) = (Exact(InvestmentImportColumns.Plan), Exact(InvestmentImportColumns.Amount));
        var category = Member(InvestmentImportColumns.Category, Called<InvestmentCategory>(InvestmentWords.Of).Concat(OtherCategories));
        if (Words(InvestmentImportColumns.Plan) is null && Words(InvestmentImportColumns.Amount) is null)
            Fault(InvestmentImportColumns.Amount, new("计划金额和完成金额至少填一项", "or the amount planned must be there"));
        if (Words(InvestmentImportColumns.Amount) is not null && Words(InvestmentImportColumns.Category) is null)
            Fault(InvestmentImportColumns.Category, new("填了完成金额，还须写明类别", "must be there beside an amount invested"));
        if (project is not { } whose || month is not { } when || basis is not { } by)
            return null;
        return new(no, whose, when, by, plan, amount is { } invested && category is { } on ? Entry(when, by, on, invested) : null);
    }

    private RecordInvestment Entry(Month month, InvestmentBasis basis, InvestmentCategory category, Money amount)
    {
        var (voucher, note) = (Words(InvestmentImportColumns.Voucher), Words(InvestmentImportColumns.Note));
        // The same entry has the same code in whatever table it stands: no table brings in twice what another brought in.
        var code = Words(InvestmentImportColumns.Entry)?.ToLowerInvariant()
            ?? $"{basis.ToString().ToLowerInvariant()}-{month}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{category}\n{amount.ToFen()}\n{voucher}\n{note}")))[..8]}";
        return new(EntryCode.Of(code), month, basis, category, amount, voucher, note);
    }

    private Month? Month()
    {
        if (Needed(InvestmentImportColumns.Month) is null)
            return null;
        if (CellMonth.TryRead(Cells[InvestmentImportColumns.Month], out var month))
            return month;
        Fault(InvestmentImportColumns.Month, CellMonth.NoMonth);
        return null;
    }

    /// <summary>Money to the fen: an account holds no 约.</summary>
    private Money? Exact(ImportColumn column)
    {
        if (Quoted(column) is not { } figure)
            return null;
        if (figure.Qualifier is Qualifier.Exact && Money.TryWan(figure.Value, out var money))
            return money;
        Fault(column, figure.Qualifier is Qualifier.Exact
            ? new("精确到分为止", "is finer than a fen")
            : new("应为准数，不写“约”“余”“超”", "must be exact, without 约, 余 or 超"));
        return null;
    }
}
