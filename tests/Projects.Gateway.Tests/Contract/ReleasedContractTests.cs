using System.Diagnostics;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Projects.Gateway.Tests.Contract;

/// <summary>What outsiders hold us to: the contract reads as others' do, and what was released stays (buf's STANDARD and FILE rules).</summary>
public sealed class ReleasedContractTests
{
    [Fact]
    public void It_keeps_to_the_style_everybody_knows() => Assert.Equal((0, ""), Buf("lint"));

    [Fact]
    public void It_still_keeps_every_promise_of_the_released_one() => Assert.Equal((0, ""), Buf("breaking"));

    [Fact]
    public void A_promise_broken_would_be_noticed()
    {
        var released = FileDescriptorSet.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(Folder(), "v1.binpb")));
        var park = released.File.Single(file => file.Name == "projects/v1/parks.proto").MessageType.Single(message => message.Name == "Park");
        park.Field.Add(new FieldDescriptorProto { Name = "promised", JsonName = "promised", Number = 99, Type = FieldDescriptorProto.Types.Type.String, Label = FieldDescriptorProto.Types.Label.Optional });
        var promisedMore = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.binpb");
        try
        {
            File.WriteAllBytes(promisedMore, released.ToByteArray());

            var (exit, said) = Buf("breaking", promisedMore);

            Assert.NotEqual(0, exit);
            Assert.Contains("\"99\" with name \"promised\" on message \"Park\" was deleted", said);
        }
        finally
        {
            File.Delete(promisedMore);
        }
    }

    private static (int Exit, string Said) Buf(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Folder(), "buf.sh"), .. arguments]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
