using System.Collections.Immutable;
using System.Reflection;

namespace Projects.Domain.Tests.Golden;

/// <summary>One instance of any event with every field filled in, the same on every run: a text says its field's name, a day is 2024-01-08.</summary>
internal static class EventSamples
{
    public static Event Of(Type @event) => (Event)Make(@event, @event.Name)!;

    private static object? Make(Type type, string name) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Make(underlying, name),
        _ when type == typeof(string) => $"{name} 文",
        _ when type == typeof(int) => 2,
        _ when type == typeof(long) => 7L,
        _ when type == typeof(decimal) => 1.5m,
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateOnly) => new DateOnly(2024, 1, 8),
        _ when type == typeof(Month) => new Month(2024, 1),
        _ when type == typeof(Money) => Money.Wan(12_300.5m),
        _ when type == typeof(Figure) => Figure.Parse("90余"),
        _ when type == typeof(Quantity) => new Quantity(300_000, "吨/年"),
        _ when type == typeof(DayCount) => DayCount.Working(20),
        _ when type == typeof(DueDate) => new DueDate(new(2024, 3, 29), DayBasis.Working, "china-1", true),
        _ when type == typeof(ImmutableSortedDictionary<Grade, ClosingRule>) => ImmutableSortedDictionary<Grade, ClosingRule>.Empty.Add(Grade.Major, new(3, 3)),
        _ when type == typeof(ImmutableSortedDictionary<UrgingLevel, UrgingRung>) => ImmutableSortedDictionary<UrgingLevel, UrgingRung>.Empty.Add(UrgingLevel.UrgingSlip, new(5, true)),
        _ when type == typeof(Labels) => new Labels
        {
            Stages = Called<Stage>(), ProjectKinds = Called<ProjectKind>(), Tiers = Called<Tier>(),
            Grades = Called<Grade>(), IssueKinds = Called<IssueKind>(), Measures = Called<Measure>(),
        },
        _ when type.IsEnum => Enum.GetValues(type).GetValue(1),
        _ when IsIdentifier(type) => Activator.CreateInstance(type, name.ToLowerInvariant()),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => ArrayOf(type.GetGenericArguments()[0], name),
        _ => Record(type),
    };

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!))]);
    }

    private static object ArrayOf(Type element, string name) =>
        typeof(EventSamples).GetMethod(nameof(One), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [Make(element, name)])!;

    private static ImmutableArray<T> One<T>(T element) => [element];

    private static ImmutableSortedDictionary<T, Label> Called<T>() where T : struct, Enum =>
        ImmutableSortedDictionary<T, Label>.Empty.Add(Enum.GetValues<T>()[0], new($"{typeof(T).Name} 文")).Add(Enum.GetValues<T>()[1], new("文", "text"));

    private static bool IsIdentifier(Type type) =>
        type.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IIdentifier<>));
}
