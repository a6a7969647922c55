namespace Projects.Grains;

/// <summary>How a project is named among grains: <c>park/project</c>.</summary>
internal static class GrainKeys
{
    public static string Of(ProjectId id) => $"{id.Park}/{id.Code}";

    public static ProjectId ProjectOf(string key)
    {
        var cut = key.IndexOf('/');
        return new ProjectId(ParkCode.Of(key[..cut]), ProjectCode.Of(key[(cut + 1)..]));
    }
}
