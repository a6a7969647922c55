using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Projects.Reports.Packing;

namespace Projects.Reports.Xlsx;

/// <summary>Sheets put together to a workbook.</summary>
internal static class XlsxBook
{
    private const string Path = "xl/workbook.xml";
    private const string MediaTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Fill(OfficePackage package, ImmutableArray<BookSheet> sheets, XlsxStyles styles)
    {
        package.Relate("", "rIdWorkbook", "officeDocument", Path);
        var listed = ImmutableArray.CreateBuilder<Sheet>(sheets.Length);
        for (var at = 0; at < sheets.Length; at++)
        {
            var id = $"sheet{(at + 1).ToString(CultureInfo.InvariantCulture)}";
            package.Add($"xl/worksheets/{id}.xml", $"{MediaTypes}.worksheet+xml", sheets[at].Write);
            package.Relate(Path, id, "worksheet", $"worksheets/{id}.xml");
            listed.Add(new Sheet { Name = sheets[at].Name, SheetId = (uint)at + 1, Id = id });
        }
        package.Add("xl/styles.xml", $"{MediaTypes}.styles+xml", styles.Sheet());
        package.Relate(Path, "styles", "styles", "styles.xml");
        var root = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(listed),
            new DefinedNames(sheets.SelectMany((sheet, at) => new[]
            {
                new DefinedName(sheet.FilterArea) { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)at, Hidden = true },
                new DefinedName(sheet.HeaderArea) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)at },
            })));
        root.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        package.Add(Path, $"{MediaTypes}.sheet.main+xml", root);
    }
}

/// <summary>A sheet as a workbook holds it.</summary>
/// <param name="FilterArea">The header with its rows, as <c>'名称'!$A$1:$C$9</c>.</param>
/// <param name="HeaderArea">What is printed on each page again.</param>
/// <param name="Write">Writes the sheet when its turn has come.</param>
internal sealed record BookSheet(string Name, string FilterArea, string HeaderArea, Action<PartWriter> Write)
{
    public static BookSheet Of(XlsxSheet sheet) => new(sheet.Name, sheet.FilterArea, sheet.HeaderArea, sheet.WriteTo);
}
