using Projects.Cli.Wire;

namespace Projects.Cli.Show;

/// <summary>The language people read, and what their park calls the words of the contract.</summary>
/// <param name="own">The park's own labels; a word without one is called as the contract calls it.</param>
internal sealed class Wording(Language language, IEnumerable<Label> own)
{
    private static readonly OneofDescriptor Words = Label.Descriptor.FindDescriptor<OneofDescriptor>("word");

    private readonly Dictionary<(string Type, int Number), Label> labels = own.Where(label => label.WordCase != Label.WordOneofCase.None).ToDictionary(WordOf);

    public Language Language => language;

    /// <summary>Whether an answer holds words a park may have labels for.</summary>
    public static bool Matters(MessageDescriptor answer) => Matters(answer, []);

    /// <summary>The park's own label for a value; without one, in Chinese the term the contract gives it, in English its own word. Empty for "not given".</summary>
    public string Of(FieldDescriptor field, int number)
    {
        if (number == 0 || field.EnumType.FindValueByNumber(number) is not { } value)
            return "";
        // What a label stands for is said in the contract's words, or it would stand for itself.
        var label = field.ContainingType == Label.Descriptor ? null : labels.GetValueOrDefault((field.EnumType.FullName, number));
        var plain = Typed.Word(value).Replace('-', ' ');
        if (language == Language.English)
            return label is { En.Length: > 0 } ? label.En : plain;
        return label?.Zh ?? (ContractComments.Term(value) is { Length: > 0 } term ? term : plain);
    }

    private static (string Type, int Number) WordOf(Label label)
    {
        var field = Words.Accessor.GetCaseFieldDescriptor(label);
        return (field.EnumType.FullName, Convert.ToInt32(field.Accessor.GetValue(label), CultureInfo.InvariantCulture));
    }

    private static bool Matters(MessageDescriptor message, HashSet<string> seen) =>
        message != Label.Descriptor && seen.Add(message.FullName) && message.Fields.InFieldNumberOrder().Any(field => field.FieldType switch
        {
            FieldType.Enum => Words.Fields.Any(word => word.EnumType == field.EnumType),
            FieldType.Message => Matters(field.MessageType, seen),
            _ => false,
        });
}
