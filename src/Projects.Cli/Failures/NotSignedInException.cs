namespace Projects.Cli.Failures;

/// <summary>The verb needs an identity and there is no token: nothing went to the server.</summary>
internal sealed class NotSignedInException() : Exception("Nobody is signed in.");
