namespace Projects;

/// <summary>The language a person reads: chosen where words are shown, never where they are decided.</summary>
public enum Language { Chinese, English }
