using Projects.Web.Ledger;

namespace Projects.Web.Tests.Ledger;

/// <summary>A view of the ledger and its address, without a browser.</summary>
public sealed class LedgerViewTests
{
    [Theory]
    [InlineData("/ledger")]
    [InlineData("/ledger?project=lithium-iron-phosphate&state=Rectifying,Verifying&light=Red&overdue=true&mine=true&order=light-desc&group=list")]
    [InlineData("/ledger?list=lithium-iron-phosphate/lfp-issues&tier=Committee,Branch&grade=Major&cause=Land&unit=planning&leader=deputy-a&open=false")]
    [InlineData("/ledger?registered=2024-01-01..2024-01-07&closed=2024-01-08..2024-01-14&rate=closure_rate&counted=false&text=%E8%92%B8%E6%B1%BD %26 a%3Db")]
    [InlineData("/ledger?open=true&asof=2023-12-20&known=2023-12-26&order=number")]
    [InlineData("/ledger?columns=number,cause,due&after=Red/2024-01-12/lithium-iron-phosphate/%E6%94%80-1.2_3")]
    public void A_view_is_its_address(string address)
    {
        var view = LedgerView.Of(At(address));

        Assert.Equal(view.Address(), LedgerView.Of(At(view.Address())).Address());
        Assert.Equal(Uri.UnescapeDataString(At(address).PathAndQuery), Uri.UnescapeDataString(view.Address()));
    }

    [Theory]
    [InlineData("/ledger?state=Dreaming&light=2&order=colour&rate=luck&counted=true&after=nowhere&columns=secret&overdue=perhaps&list=without-project&registered=today&asof=yesterday&known=2023-13-01")]
    public void What_the_ledger_does_not_know_is_passed_over(string address) => Assert.Equal("/ledger", LedgerView.Of(At(address)).Address());

    private static Uri At(string address) => new(new Uri("http://127.0.0.1:5080"), address);
}
