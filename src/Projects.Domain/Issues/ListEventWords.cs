namespace Projects;

/// <summary>What happened to an issue list 清单, in words.</summary>
internal static class ListEventWords
{
    public static Text Of(ListEvent happened) => happened switch
    {
        ListOpened e => new($"建立清单 {e.List}“{e.Particulars.Name}”", $"Opened list {e.List} “{e.Particulars.Name}”"),
        ListIssued e => new($"印发清单 {e.List}", $"Issued list {e.List}"),
        ListArchived e => new($"清单 {e.List} 归档", $"Archived list {e.List}"),
        TotalsQuoted e => new($"引用清单 {e.List} 的总数", $"Quoted the totals of list {e.List}"),
        _ => throw new NotSupportedException($"{happened.GetType().Name} has no words."),
    };
}
