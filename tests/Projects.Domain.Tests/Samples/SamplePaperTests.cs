using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Projects.Host.Samples;

namespace Projects.Domain.Tests.Samples;

public sealed class SamplePaperTests
{
    private static readonly SampleFile File = new("清单.pdf", string.Concat(Enumerable.Repeat("手续办结清单，逐项列明办结日期。", 6)));

    [Fact]
    public void A_paper_is_a_pdf_whose_table_finds_every_object()
    {
        var pdf = Encoding.ASCII.GetString(SamplePaper.Print(File));

        Assert.StartsWith("%PDF-1.5\n", pdf, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", pdf, StringComparison.Ordinal);
        var table = int.Parse(Regex.Match(pdf, @"startxref\n(\d+)\n").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.StartsWith("xref\n", pdf[table..], StringComparison.Ordinal);
        var offsets = Regex.Matches(pdf[table..], @"^(\d{10}) 00000 n $", RegexOptions.Multiline).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(7, offsets.Count);
        for (var number = 1; number <= offsets.Count; number++)
            Assert.StartsWith($"{number} 0 obj\n", pdf[offsets[number - 1]..], StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_that_it_is_a_sample()
    {
        var pdf = Encoding.ASCII.GetString(SamplePaper.Print(File));

        Assert.Contains(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("示例材料（虚构）")), pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_words_make_the_same_bytes() => Assert.Equal(SamplePaper.Print(File), SamplePaper.Print(File));
}
