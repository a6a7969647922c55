using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Projects;

/// <summary>The one way values of the domain become JSON: in the journal, in snapshots and between silos.</summary>
public static class DomainJson
{
    /// <summary>Camel-case names, enums by name, nulls left out, Chinese as itself; the closed families carry their kind as <c>$kind</c>.</summary>
    public static JsonSerializerOptions Options { get; } = Build();

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { CarryKind } },
            Converters = { new JsonStringEnumConverter() },
            AllowOutOfOrderMetadataProperties = true,
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>An abstract record of the domain is a closed family: each sealed member is known by its type's name.</summary>
    private static void CarryKind(JsonTypeInfo info)
    {
        if (!info.Type.IsAbstract || info.Type.IsInterface || info.Type.Assembly != typeof(DomainJson).Assembly)
            return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$kind" };
        foreach (var member in Family.MembersOf(info.Type))
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(member, member.Name));
    }
}

/// <summary>The sealed members of a closed family of records, in the order of their names.</summary>
public static class Family
{
    public static IReadOnlyList<Type> MembersOf(Type family) =>
        [.. family.Assembly.GetTypes()
            .Where(type => type.IsSealed && !type.IsAbstract && !type.IsGenericTypeDefinition && family.IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal)];
}

/// <summary>Writes an identifier as its string.</summary>
public sealed class IdentifierJson<TIdentifier> : JsonConverter<TIdentifier> where TIdentifier : struct, IIdentifier<TIdentifier>
{
    public override TIdentifier Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        TIdentifier.Of(reader.GetString() ?? throw new JsonException($"{typeof(TIdentifier).Name} is missing"));

    public override void Write(Utf8JsonWriter writer, TIdentifier value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override TIdentifier ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        TIdentifier.Of(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TIdentifier value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
