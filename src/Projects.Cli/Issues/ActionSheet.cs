using Projects.Cli.Show;

namespace Projects.Cli.Issues;

/// <summary>What the reader may do now, and for the rest why not.</summary>
internal static class ActionSheet
{
    public static Sheet Of(IEnumerable<AllowedAction> actions, Language language) => new(
        new Said("您可以办的", "What you may do").In(language),
        [new Said("事项", "action").In(language), new Said("可办", "allowed").In(language), new Said("原因", "why not").In(language)],
        [.. actions.OrderByDescending(action => action.Allowed).Select(action => (IReadOnlyList<string>)
            [action.Verb, action.Allowed ? new Said("是", "yes").In(language) : new Said("否", "no").In(language),
                action.Allowed ? "" : $"{action.Explanation} [{action.Reason}]"])]);
}
