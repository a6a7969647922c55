using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Projects.Storage;

namespace Projects.Identity;

/// <summary>Makes sign-in links: good once, for 30 minutes. The code stands behind the #, so it reaches no server log and no Referer.</summary>
public sealed class Links(SignInLinks links, IOptions<IdentitySettings> options, [FromKeyedServices(WallClock.Key)] TimeProvider clock)
{
    /// <param name="site">Where the pages are, such as <c>http://127.0.0.1:5080</c>.</param>
    public async Task<Uri> MakeAsync(string login, Uri site, CancellationToken cancellation)
    {
        var code = BearerToken.Mint(BearerToken.Link);
        await links.AddAsync(BearerToken.DigestOf(code), login, clock.GetUtcNow() + options.Value.LinkAtMost, cancellation);
        return new Uri(site, "/sign-in#" + code);
    }

    /// <summary>What the first start prints: a ready link for each of the given people, in both languages.</summary>
    public async Task<IReadOnlyList<string>> InviteAsync(IReadOnlyList<Invitation> invitations, Uri site, CancellationToken cancellation)
    {
        var minutes = options.Value.LinkAtMost.TotalMinutes;
        var lines = new List<string>
        {
            $"登录链接（一次有效，{minutes:0}分钟内） · sign-in links (each good once, for {minutes:0} minutes):",
        };
        foreach (var invitation in invitations)
            lines.Add($"  {invitation.Title.Zh} · {invitation.Title.En} ({invitation.Login}): {await MakeAsync(invitation.Login, site, cancellation)}");
        lines.Add("  命令行 · command line: projects sign-in --link prl_…（# 之后的部分 · the part behind the #）");
        return lines;
    }
}

/// <param name="Title">As whom the link signs in, such as 项目专员 · project officer.</param>
public sealed record Invitation(string Login, Text Title);
