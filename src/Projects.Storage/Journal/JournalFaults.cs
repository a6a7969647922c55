namespace Projects.Storage;

/// <summary>The world broke while the journal was used. Carries a message only, so that it crosses a grain boundary;
/// what the driver said is in the log and in the message, never as an inner exception (ORLEANS, "Driver exceptions").</summary>
public abstract class JournalException(string message) : Exception(message);

/// <summary>The append may or may not have been stored: the reply to COMMIT was lost. Reload before anything else;
/// the request id finds out whether it was.</summary>
public sealed class AppendInDoubtException(string message) : JournalException(message);

/// <summary>The database could not be used; nothing of this call was stored.</summary>
public sealed class JournalUnavailableException(string message) : JournalException(message);

/// <summary>The history does not hold together: a gap, a broken chain or an event that cannot be read. Names the first bad place.</summary>
public sealed class JournalCorruptException(string message) : JournalException(message);
