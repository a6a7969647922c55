using Projects.Storage;

namespace Projects.Host.Gateway;

/// <summary>A stored file, from the store to the wire.</summary>
internal static class EvidenceMessages
{
    /// <param name="fileName">As this caller named it; a name belongs to where a file is shown, the store keeps none.</param>
    public static V1.Evidence Of(ParkCode park, Storage.EvidenceFile file, string fileName) => new()
    {
        Name = ResourceName.OfEvidence(park, file.Digest.Value),
        FileName = EvidenceName.Of(fileName, file),
        SizeBytes = file.SizeBytes,
        MediaType = file.MediaType,
    };

    /// <summary>The answer to an upload. A digest that does not match is told of; the file, being what it is, stays under its own.</summary>
    public static V1.Evidence AnswerTo(ParkCode park, Storage.EvidenceFile file, string fileName, string expectedDigest, WireFields fields)
    {
        if (expectedDigest.Length > 0 && expectedDigest != file.Digest.Value)
            fields.Fault("digest", $"内容的摘要是 {file.Digest}，与所给不符", $"does not match the content, whose digest is {file.Digest}");
        fields.Check();
        return Of(park, file, fileName);
    }

    public static void EvidenceUpload(this WireFields fields, string fileName, string digest, string path = "")
    {
        if (EvidenceName.Clean(fileName).Length is < 1 or > EvidenceName.Longest)
            fields.Fault($"{path}file_name", $"须为1至{EvidenceName.Longest}字的文件名", $"must be a file name of 1 to {EvidenceName.Longest} characters");
        if (digest.Length > 0 && !WireFields.IsDigest(digest))
            fields.Fault($"{path}digest", "须为SHA-256小写十六进制", "must be SHA-256 in 64 lower-case hexadecimal digits");
    }
}
