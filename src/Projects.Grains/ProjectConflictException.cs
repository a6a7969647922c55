using Orleans.Storage;

namespace Projects.Grains;

/// <summary>Another process wrote this stream twice while one command was being decided. Nothing was recorded; the runtime drops this activation.</summary>
public sealed class ProjectConflictException(string message) : InconsistentStateException(message);
