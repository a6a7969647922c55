using System.Globalization;

namespace Projects.Web.Investment;

/// <summary>Amounts as they are typed: in 万元, to the fen.</summary>
internal static class MoneyField
{
    public static Text Unreadable { get; } = new("请填写以万元为单位的数，最多六位小数", "must be a number of 万元 (CNY 10,000), at most six decimals");

    public static bool TryRead(string? text, out Money money)
    {
        money = Money.Zero;
        return decimal.TryParse(text?.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal).Trim(),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var wan) && Money.TryWan(wan, out money);
    }

    /// <summary>12300.5, to be typed over.</summary>
    public static string Typed(Money money) => money.InWan.ToString("0.######", CultureInfo.InvariantCulture);
}
