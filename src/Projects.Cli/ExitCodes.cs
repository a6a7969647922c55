namespace Projects.Cli;

/// <summary>What a script learns from the end of a run. Published in <c>projects --help</c>; a number never changes its meaning.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;
    public const int Refused = 3;
    public const int NotPermitted = 4;
    public const int NotFound = 5;
    public const int Conflict = 6;
    public const int Unavailable = 7;
    public const int Interrupted = 130;

    public static int Of(StatusCode code) => code switch
    {
        StatusCode.OK => Ok,
        StatusCode.InvalidArgument or StatusCode.OutOfRange => Usage,
        StatusCode.FailedPrecondition or StatusCode.AlreadyExists => Refused,
        StatusCode.Unauthenticated or StatusCode.PermissionDenied => NotPermitted,
        StatusCode.NotFound => NotFound,
        StatusCode.Aborted => Conflict,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted => Unavailable,
        StatusCode.Cancelled => Interrupted,
        _ => Unexpected,
    };
}
