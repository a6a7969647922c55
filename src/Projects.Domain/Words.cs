namespace Projects;

/// <summary>Where a refusal's facts become words: one dispatch, each slice says its own.</summary>
public static partial class Words
{
}
