namespace Projects.Web.Diary;

/// <summary>
/// What is shown of the dated records of a project, as the page's address says. The page reads its address, not the panels: the framework fails when
/// those who listen to an address come and go while it tells them of a new one.
/// </summary>
/// <param name="After">Where the list begins; null for the newest.</param>
/// <param name="Corrected">Whether records that another took the place of are shown too.</param>
/// <param name="Correct">The code of the record being corrected; null when none is.</param>
/// <param name="Rows">How many rows the form shows: what was typed into them is found again after the page is loaded anew.</param>
public sealed record DiaryView(string? After, bool Corrected, string? Correct, int Rows);
