using Projects.Cli.Show;

namespace Projects.Cli.Issues;

/// <summary>What the reader may do now and with which verb, and what only an obstacle keeps the reader from. --json tells all the rest.</summary>
internal static class ActionSheet
{
    private static readonly string[] NotTheReaders = ["FORBIDDEN", "WRONG_STATE"];

    public static Sheet Of(IEnumerable<AllowedAction> actions, Wording wording)
    {
        var near = actions.Where(action => action.Allowed || !NotTheReaders.Contains(action.Reason)).OrderByDescending(action => action.Allowed).ToList();
        if (near.Count == 0)
            return Sheet.Line(new Said("您现在没有可办的事项。", "There is nothing for you to do here now.").In(wording));
        return new(new Said("您可以办的", "What you may do").In(wording),
            [new Said("事项", "action").In(wording), new Said("命令", "verb").In(wording), new Said("障碍", "obstacle").In(wording)],
            [.. near.Select(action => Row(action, wording))]);
    }

    private static IReadOnlyList<string> Row(AllowedAction action, Wording wording)
    {
        var verb = ContractVerbs.OfAction(action.Verb);
        return [verb?.Summary.In(wording) ?? action.Verb, verb?.Verb ?? "", action.Allowed ? "" : $"{action.Explanation} [{action.Reason}]"];
    }
}
