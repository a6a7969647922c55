using System.Collections.Immutable;

namespace Projects;

/// <summary>
/// A park's lists of kinds. A list binds what is written from then on; what stands already keeps its words, and a take-over states what its
/// document states (DOMAIN 10.3).
/// </summary>
internal static class VocabularyRules
{
    private const int LongestTerm = 40;

    /// <summary>A refusal names at most so many: it travels in the headers of an answer.</summary>
    private const int TermsNamed = 20;

    public static Decision Set(ParkMatter matter, SetVocabulary command, Capacity administrator)
    {
        var check = new FieldCheck();
        check.Known("vocabulary", command.Vocabulary);
        var terms = check.Texts("terms", command.Terms, LongestTerm);
        check.Require(terms.Distinct(StringComparer.Ordinal).Count() == terms.Length, "terms", "选项重复", "names a term twice");
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        return matter.Park.TermsOf(command.Vocabulary).SequenceEqual(terms)
            ? Matter.Already
            : matter.Yes(administrator, new VocabularySet(command.Vocabulary, terms));
    }

    /// <summary>A text that may be missing says a term of the park's list, or what it said before.</summary>
    /// <param name="present">What stands there now; null for something new.</param>
    public static void Term(this FieldCheck check, string field, string? said, string? present, Vocabulary vocabulary, Park park)
    {
        var terms = park.TermsOf(vocabulary);
        if (said is null || said == present || terms.IsEmpty || terms.Contains(said, StringComparer.Ordinal))
            return;
        var (label, more) = (ParkWords.Of(vocabulary), terms.Length > TermsNamed ? " …" : "");
        check.Require(false, field,
            $"须从本园区的{label.Zh}中选择：{string.Join('、', terms.Take(TermsNamed))}{more}",
            $"must be one of the park's terms for {label.En}: {string.Join(", ", terms.Take(TermsNamed))}{more}");
    }
}
