namespace Projects.Web.Investment;

/// <summary>Codes of entries made at a page: <c>works-2024-01</c>, then <c>works-2024-01-2</c>.</summary>
internal static class EntryCodes
{
    public static EntryCode Free(InvestmentAccount account, InvestmentBasis basis, Month month) => Free(account, $"{basis.ToString().ToLowerInvariant()}-{month}");

    /// <summary>By its place in the account: the wrong entry it names may have a code as long as codes get.</summary>
    public static EntryCode OfReversal(InvestmentAccount account) => Free(account, $"reversal-{account.Entries.Length + 1}");

    private static EntryCode Free(InvestmentAccount account, string wanted)
    {
        var code = EntryCode.Of(wanted);
        for (var number = 2; account.Entries.Any(entry => entry.Code == code); number++)
            code = EntryCode.Of($"{wanted}-{number}");
        return code;
    }
}
