using System.Globalization;
using System.Text;

namespace Projects.Host.Samples;

/// <summary>Prints a sample's paper as a one-page PDF, plainly marked. The same words make the same bytes, so a second load stores nothing new.</summary>
internal static class SamplePaper
{
    private const string Mark = "示例材料（虚构），不是真实文件";
    private const int CharactersPerLine = 30;

    public static byte[] Print(SampleFile file)
    {
        string[] lines = [Mark, "", .. file.Text.Chunk(CharactersPerLine).Select(line => new string(line)), "", file.Name];
        var page = new StringBuilder("BT /F1 14 Tf 24 TL 72 760 Td\n");
        foreach (var line in lines)
            page.Append(CultureInfo.InvariantCulture, $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj T*\n");
        page.Append("ET");

        // The font stays with the reader: every viewer has one for the predefined Chinese encoding (ISO 32000-1, 9.7.5.2).
        return Assemble(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor 7 0 R >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >>");
    }

    private static byte[] Assemble(params ReadOnlySpan<string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.5\n");
        var offsets = new List<int>(objects.Length);
        foreach (var content in objects)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
