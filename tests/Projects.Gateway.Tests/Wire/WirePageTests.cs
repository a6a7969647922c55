using Projects.Host.Gateway;
using V1 = Projects.V1;

namespace Projects.Gateway.Tests.Wire;

/// <summary>Pages of what is in memory: stable while things come and go, bound to the question they belong to.</summary>
public sealed class WirePageTests
{
    private static readonly string[] Letters = ["c", "a", "e", "b", "d"];

    [Theory]
    [InlineData(false, "ab", "cd", "e")]
    [InlineData(true, "ed", "cb", "a")]
    public void Pages_follow_one_another_to_the_last(bool descending, params string[] pages)
    {
        var token = "";
        foreach (var expected in pages)
        {
            var page = Paging(token).Of(Letters, letter => letter, descending);
            Assert.Equal(expected, string.Concat(page.Items));
            Assert.Equal(5, page.TotalSize);
            token = page.NextPageToken;
        }
        Assert.Equal("", token);
    }

    [Fact]
    public void What_comes_meanwhile_shifts_no_page()
    {
        var first = Paging("").Of(Letters, letter => letter);
        var second = Paging(first.NextPageToken).Of([.. Letters, "aa"], letter => letter);

        Assert.Equal(["c", "d"], second.Items);
    }

    [Fact]
    public void A_token_of_another_question_is_invalid()
    {
        var first = Paging("").Of(Letters, letter => letter);
        var fields = new WireFields(Language.English);

        WirePaging.Of(new V1.ListUnitsRequest { Parent = "parks/kunshan", PageSize = 2, PageToken = first.NextPageToken }, fields);

        var refused = Assert.Throws<Grpc.Core.RpcException>(fields.Check);
        Assert.Equal(Grpc.Core.StatusCode.InvalidArgument, refused.StatusCode);
    }

    private static WirePaging Paging(string token)
    {
        var fields = new WireFields(Language.English);
        var paging = WirePaging.Of(new V1.ListUnitsRequest { Parent = "parks/panzhihua", PageSize = 2, PageToken = token }, fields);
        fields.Check();
        return paging;
    }
}
