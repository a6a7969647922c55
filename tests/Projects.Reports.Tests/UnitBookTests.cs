using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Projects.Domain.Tests.Weekly;

namespace Projects.Reports.Tests;

/// <summary>收发表: a unit's workbook goes out, through LibreOffice, and comes back; and what else may come back.</summary>
public sealed class UnitBookTests(SampleWeeks weeks) : IClassFixture<SampleWeeks>
{
    private static readonly XNamespace Cells = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", Words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    [Fact]
    public void What_goes_out_comes_back_with_nothing_ordered()
    {
        var book = Book();
        var read = UnitReading.Of(TableFile.Read(UnitBookFile.Write(book).Bytes));
        Assert.Empty(read.Rows);
        Assert.Empty(read.Faults);
        Assert.Empty(read.Unknown);
        Assert.Equal(book.Rows.Length, read.Untouched);
    }

    [Fact]
    public void The_schema_takes_it_and_it_is_the_same_every_time()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var file = UnitBookFile.Write(Book(), language).Bytes.ToArray();
            using var package = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
            Assert.Equal(file, UnitBookFile.Write(Book(), language).Bytes.ToArray());
        }
    }

    [Fact]
    public void It_locks_what_is_read_opens_what_is_filled_in_and_hides_what_it_is_known_by()
    {
        var sheet = Opened.Part(UnitBookFile.Write(Book()).Bytes.ToArray(), "xl/worksheets/sheet1.xml");
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        Assert.Equal("1", sheet.Descendants(main + "sheetProtection").Single().Attribute("sheet")!.Value);
        Assert.Equal("\"签收\"", sheet.Descendants(main + "formula1").Single().Value);
        Assert.Equal(UnitColumns.All.Select(column => column.Use is UnitColumnUse.Key), sheet.Descendants(main + "col").Select(column => column.Attribute("hidden") is not null));
        var styles = Opened.Part(UnitBookFile.Write(Book()).Bytes.ToArray(), "xl/styles.xml").Descendants(main + "cellXfs").Single().Elements().ToList();
        var row = sheet.Descendants(main + "row").ElementAt(1).Elements().Select(cell => styles[(int)cell.Attribute("s")!].Element(main + "protection") is not null);
        Assert.Equal(UnitColumns.All.Select(column => column.Use is UnitColumnUse.Words or UnitColumnUse.Day or UnitColumnUse.Choice), row);
    }

    [Fact]
    public async Task Two_cells_edited_in_LibreOffice_are_two_orders()
    {
        Assert.SkipUnless(LibreOffice.IsInstalled, "LibreOffice is not installed.");
        var folder = Directory.CreateTempSubdirectory("unit-book");
        try
        {
            var path = Path.Combine(folder.FullName, "book.xlsx");
            await File.WriteAllBytesAsync(path, UnitBookFile.Write(Book()).Bytes.ToArray(), TestContext.Current.CancellationToken);
            await LibreOffice.ConvertAsync(path, "fods");
            var flat = Path.ChangeExtension(path, "fods");
            var sheet = XDocument.Load(flat);
            Fill(sheet, row: 2, UnitColumns.Progress, "=便道已贯通");
            Fill(sheet, row: 3, UnitColumns.NewDue, "2024-06-30");
            sheet.Save(flat);
            File.Delete(path);
            await LibreOffice.ConvertAsync(flat, "xlsx");

            var read = UnitReading.Of(TableFile.Read(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)));
            Assert.Empty(read.Faults);
            var orders = read.Rows.SelectMany(row => row.Orders.Select(order => (row.Row, order.Command, row.Version))).ToList();
            var rows = Book().Rows;
            Assert.Equal(
                [(2, new ReportProgress(rows[0].Number, "=便道已贯通"), rows[0].Version), (3, new RequestExtension(rows[1].Number, new(2024, 6, 30), ""), rows[1].Version)],
                orders);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void CSV_comes_back_in_UTF_8_and_in_GBK_with_formulas_as_text()
    {
        var text = "问题编号,项目编码,版本,本期进展\r\nLFP-1,lithium,3,\"'=1+1，约90余处\n第二行\"\r\n";
        Encoding[] encodings = [new UTF8Encoding(true), new UTF8Encoding(false), CodePagesEncodingProvider.Instance.GetEncoding(936)!, Encoding.Unicode];
        foreach (var encoding in encodings)
        {
            var read = UnitReading.Of(TableFile.Read(new ReadOnlyMemory<byte>([.. encoding.Preamble, .. encoding.GetBytes(text)])));
            Assert.Empty(read.Faults);
            Assert.Equal(new ReportProgress(IssueNumber.Of("LFP-1"), "=1+1，约90余处\n第二行"), Assert.Single(Assert.Single(read.Rows).Orders).Command);
        }
    }

    [Fact]
    public void Shared_words_serials_formulas_broken_and_merged_cells_are_told_apart()
    {
        var table = TableFile.Read(Workbook("""
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> 乙_x0041_ </t></is></c></row>
            <row r="5"><c r="A5"><v>45352</v></c><c r="B5" t="str"><f>1+1</f><v>2</v></c><c r="C5" t="e"><v>#REF!</v></c><c r="E5" t="b"><v>1</v></c></row>
            <row r="6"><c r="B6" t="n"/></row>
            """, """<mergeCells count="1"><mergeCell ref="C5:D6"/></mergeCells>"""));
        Assert.Equal([1, 5, 6], table.Rows.Select(row => row.No));
        Assert.Equal([new ReadCell("甲丙"), new ReadCell("乙A")], table.Rows[0].Cells.Values);
        Assert.Equal(
            [new ReadCell("45352", CellKind.Number), new ReadCell("2", CellKind.Formula), new ReadCell("#REF!", CellKind.Broken, true), new ReadCell("#REF!", CellKind.Broken, true), new ReadCell("1")],
            table.Rows[1].Cells.Values);
        Assert.Equal([2, 3], table.Rows[2].Cells.Keys);
    }

    [Fact]
    public void What_is_no_sheet_is_broken_or_is_a_bomb_is_refused_at_once()
    {
        Assert.Throws<TableFileException>(() => TableFile.Read("PK\u0003\u0004 no zip"u8.ToArray()));
        Assert.Throws<TableFileException>(() => TableFile.Read(new byte[] { 0, 1, 2 }));
        Assert.Throws<TableFileException>(() => TableFile.Read(Zip(("xl/workbook.xml", "<workbook/>"))));
        Assert.Throws<TableFileException>(() => TableFile.Read(Workbook("<!DOCTYPE x [<!ENTITY a 'b'>]>", "")));
        Assert.Throws<TableFileException>(() => TableFile.Read(Workbook(string.Concat(Enumerable.Range(1, TableFile.RowsAtMost + 1).Select(no => $"""<row r="{no}"><c><v>1</v></c></row>""")), "")));
        Assert.Throws<TableFileException>(() => TableFile.Read(new byte[TableFile.BytesAtMost + 1]));
    }

    [Fact]
    public void A_file_that_unpacks_without_end_is_given_up_without_filling_memory()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = new StreamWriter(archive.CreateEntry("xl/sharedStrings.xml").Open());
            part.Write("<sst><si><t>");
            for (var megabyte = 0; megabyte < 450; megabyte++)
                part.Write(new string('x', 1 << 20));
        }
        Assert.InRange(bytes.Length, 1, TableFile.BytesAtMost);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<TableFileException>(() => TableFile.Read(bytes.ToArray()));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128 << 20);
    }

    /// <summary>Sets a cell of a flat OpenDocument sheet, as its program would.</summary>
    private static void Fill(XDocument sheet, int row, UnitColumn column, string words)
    {
        var line = sheet.Descendants(Cells + "table-row").SelectMany(each => Enumerable.Repeat(each, (int?)each.Attribute(Cells + "number-rows-repeated") ?? 1).Take(50)).ElementAt(row - 1);
        var left = UnitColumns.All.IndexOf(column);
        foreach (var cell in line.Elements().ToList())
        {
            var repeated = (int?)cell.Attribute(Cells + "number-columns-repeated") ?? 1;
            if (left >= repeated)
            {
                left -= repeated;
                continue;
            }
            XElement Copy(int times)
            {
                var copy = new XElement(cell);
                copy.SetAttributeValue(Cells + "number-columns-repeated", times);
                return copy;
            }
            var filled = Copy(1);
            filled.SetAttributeValue(Office + "value-type", "string");
            filled.SetElementValue(Words + "p", words);
            cell.ReplaceWith(left > 0 ? Copy(left) : null, filled, repeated - left > 1 ? Copy(repeated - left - 1) : null);
            return;
        }
    }

    private static byte[] Workbook(string rows, string after, string shared = "<si><r><t>甲</t></r><rPh><t>jia</t></rPh><r><t>丙</t></r></si>") => Zip(
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" state="hidden" r:id="x"/><sheet name="b" sheetId="2" r:id="y"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="y" Type="t" Target="/xl/worksheets/second.xml"/></Relationships>"""),
        ("xl/sharedStrings.xml", $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{shared}</sst>"""),
        ("xl/worksheets/second.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{after}</worksheet>"""));

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write(content);
            }
        }
        return bytes.ToArray();
    }

    private UnitBook Book()
    {
        var book = weeks.Book(new ReportWeek(new DateOnly(2024, 1, 11)));
        return new(book.Park.Name, "规划建设局", book.Week.Last,
            [.. from found in book.InBooks where found.IsOpen select UnitBookRow.Of(found.Project.Id.Code, found.Project.Particulars, found.Issue, found.List, found.Light, book.Park)]);
    }
}
