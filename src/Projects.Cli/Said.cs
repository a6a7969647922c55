namespace Projects.Cli;

/// <summary>The language of labels here and, sent as accept-language, of the server's words.</summary>
internal enum Language
{
    Chinese,
    English,
}

/// <summary>One thing in both languages.</summary>
internal sealed record Said(string Chinese, string English)
{
    public string In(Language language) => language == Language.English ? English : Chinese;

    public string In(Show.Wording wording) => In(wording.Language);
}
