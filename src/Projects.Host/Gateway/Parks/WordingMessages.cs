using System.Collections.Immutable;
using Word = Projects.V1.Label.WordOneofCase;

namespace Projects.Host.Gateway;

/// <summary>A park's labels and lists of kinds, both ways.</summary>
internal static class WordingMessages
{
    public static V1.Labels LabelsOf(Park park) => new() { Name = ResourceName.OfLabels(park.Code), Labels_ = { Of(park.Labels) }, Etag = Etags.Of(park.Version) };

    /// <summary>Family by family in the order of the contract's Label.</summary>
    public static IEnumerable<V1.Label> Of(Labels labels) =>
    [
        .. labels.Stages.Select(own => Of(own.Value, new V1.Label { Stage = own.Key.ToWire() })),
        .. labels.ProjectKinds.Select(own => Of(own.Value, new V1.Label { ProjectKind = own.Key.ToWire() })),
        .. labels.Tiers.Select(own => Of(own.Value, new V1.Label { Tier = own.Key.ToWire() })),
        .. labels.Grades.Select(own => Of(own.Value, new V1.Label { Grade = own.Key.ToWire() })),
        .. labels.IssueKinds.Select(own => Of(own.Value, new V1.Label { IssueKind = own.Key.ToWire() })),
        .. labels.Measures.Select(own => Of(own.Value, new V1.Label { Measure = own.Key.ToWire() })),
    ];

    public static V1.Vocabulary Of(Park park, Vocabulary vocabulary, Language language) => new()
    {
        Name = ResourceName.Of(park.Code, vocabulary),
        DisplayName = ParkWords.Of(vocabulary).In(language),
        Terms = { park.TermsOf(vocabulary) },
        Etag = Etags.Of(park.Version),
    };

    public static Labels ToLabels(this V1.Labels wire, WireFields fields)
    {
        for (var i = 0; i < wire.Labels_.Count; i++)
        {
            if (wire.Labels_[i].WordCase == Word.None)
                fields.Fault($"labels.labels[{i}]", "须指明所称的阶段、项目类型、层级、等级、整改类型或计量", "must name the stage, project kind, tier, grade, issue kind or measure it is for");
        }
        return new Labels
        {
            Stages = Family<Stage>(wire, fields, Word.Stage, label => (int)label.Stage),
            ProjectKinds = Family<ProjectKind>(wire, fields, Word.ProjectKind, label => (int)label.ProjectKind),
            Tiers = Family<Tier>(wire, fields, Word.Tier, label => (int)label.Tier),
            Grades = Family<Grade>(wire, fields, Word.Grade, label => (int)label.Grade),
            IssueKinds = Family<IssueKind>(wire, fields, Word.IssueKind, label => (int)label.IssueKind),
            Measures = Family<Measure>(wire, fields, Word.Measure, label => (int)label.Measure),
        };
    }

    private static V1.Label Of(Label own, V1.Label word)
    {
        (word.Zh, word.En) = (own.Zh, own.En ?? "");
        return word;
    }

    /// <summary>What the labels themselves may be the rules say; here only that no word has two.</summary>
    private static ImmutableSortedDictionary<T, Label> Family<T>(V1.Labels wire, WireFields fields, Word family, Func<V1.Label, int> number) where T : struct, Enum
    {
        var labels = ImmutableSortedDictionary.CreateBuilder<T, Label>();
        foreach (var (i, label) in wire.Labels_.Index().Where(each => each.Item.WordCase == family))
        {
            if (!labels.TryAdd(fields.RequiredMember<T>(number(label), $"labels.labels[{i}]"), new Label(label.Zh, label.En)))
                fields.Fault($"labels.labels[{i}]", "同一用语只能有一个标签", "has a label already");
        }
        return labels.ToImmutable();
    }
}
