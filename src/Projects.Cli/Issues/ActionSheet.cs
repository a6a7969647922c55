using Projects.Cli.Show;

namespace Projects.Cli.Issues;

/// <summary>What the reader may do now and with which verb, and what only an obstacle keeps the reader from. --json tells all the rest.</summary>
internal static class ActionSheet
{
    private static readonly string[] NotTheReaders = ["FORBIDDEN", "WRONG_STATE"];

    public static Sheet Of(IEnumerable<AllowedAction> actions, Language language)
    {
        var near = actions.Where(action => action.Allowed || !NotTheReaders.Contains(action.Reason)).OrderByDescending(action => action.Allowed).ToList();
        if (near.Count == 0)
            return Sheet.Line(new Said("您现在没有可办的事项。", "There is nothing for you to do here now.").In(language));
        return new(new Said("您可以办的", "What you may do").In(language),
            [new Said("事项", "action").In(language), new Said("命令", "verb").In(language), new Said("障碍", "obstacle").In(language)],
            [.. near.Select(action => Row(action, language))]);
    }

    private static IReadOnlyList<string> Row(AllowedAction action, Language language)
    {
        var verb = ContractVerbs.OfAction(action.Verb);
        return [verb?.Summary.In(language) ?? action.Verb, verb?.Verb ?? "", action.Allowed ? "" : $"{action.Explanation} [{action.Reason}]"];
    }
}
