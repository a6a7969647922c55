using System.Collections.Immutable;

namespace Projects;

/// <summary>A park's labels are replaced as a whole. They reach whatever is shown from then on, also of what happened before.</summary>
internal static class LabelRules
{
    private const int LongestZh = 20;
    private const int LongestEn = 40;

    public static Decision Set(ParkMatter matter, SetLabels command, Capacity administrator)
    {
        var check = new FieldCheck();
        var said = command.Labels;
        var labels = new Labels
        {
            Stages = check.Family(said.Stages),
            ProjectKinds = check.Family(said.ProjectKinds),
            Tiers = check.Family(said.Tiers),
            Grades = check.Family(said.Grades),
            IssueKinds = check.Family(said.IssueKinds),
            Measures = check.Family(said.Measures),
        };
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        check.Distinct(labels.Stages, labels.Of);
        check.Distinct(labels.ProjectKinds, labels.Of);
        check.Distinct(labels.Tiers, labels.Of);
        check.Distinct(labels.Grades, labels.Of);
        check.Distinct(labels.IssueKinds, labels.Of);
        check.Distinct(labels.Measures, labels.Of);
        if (check.Refusal is { } twins)
            return Matter.No(twins);
        return matter.Park.Labels.SaysTheSameAs(labels) ? Matter.Already : matter.Yes(administrator, new LabelsSet(labels));
    }

    /// <summary>The labels of one family, trimmed.</summary>
    private static ImmutableSortedDictionary<T, Label> Family<T>(this FieldCheck check, ImmutableSortedDictionary<T, Label> said) where T : struct, Enum
    {
        foreach (var member in said.Keys)
            check.Known($"labels[{member}]", member);
        return said.ToImmutableSortedDictionary(pair => pair.Key, pair => new Label(
            check.Text($"labels[{pair.Key}].zh", pair.Value.Zh, LongestZh),
            check.Optional($"labels[{pair.Key}].en", pair.Value.En, LongestEn)));
    }

    /// <summary>Two members of a family that looked alike could not be told apart in a list or a history, the platform's own words included.</summary>
    private static void Distinct<T>(this FieldCheck check, ImmutableSortedDictionary<T, Label> own, Func<T, Text> label) where T : struct, Enum
    {
        Told("zh", member => label(member).Zh);
        Told("en", member => label(member).En.ToLowerInvariant());

        void Told(string language, Func<T, string> word)
        {
            foreach (var alike in Enum.GetValues<T>().GroupBy(word).Where(group => group.Count() > 1))
            {
                check.Require(false, $"labels[{alike.Last(own.ContainsKey)}].{language}",
                    $"“{alike.Key}”同时指{string.Join('、', alike)}，须能区分", $"“{alike.Key}” would stand for {string.Join(" and ", alike)}; they must be told apart");
            }
        }
    }
}
