using System.CommandLine;
using System.Data.Common;
using Projects.Grains;
using Projects.Host.Identity;
using Projects.Host.Samples;
using Projects.Host.Settings;
using Projects.Storage;

namespace Projects.Host.Verbs;

/// <summary>
/// Begins an installation without samples: founds a park through the desk, with its first system administrator and security administrator,
/// who are two people (三员分立, SECURITY 2), and prints their sign-in links. Run again it prints new links; it founds nothing twice.
/// </summary>
internal static class Found
{
    private static readonly Argument<string> Park = new("PARK") { Description = "园区代码，如 panzhihua · the park's code" };
    private static readonly Option<string> Name = Required("--name", "园区名称 · the park's name");
    private static readonly Option<string> City = Required("--city", "市 · its city");
    private static readonly Option<string> Province = Required("--province", "省 · its province");
    private static readonly Option<string> Administrator = Required("--administrator", "系统管理员账号 · account name of the system administrator");
    private static readonly Option<string> AdministratorName = Defaulted("--administrator-name", "其姓名 · their name", "系统管理员");
    private static readonly Option<string> Security = Required("--security", "安全管理员账号 · account name of the security administrator, another person");
    private static readonly Option<string> SecurityName = Defaulted("--security-name", "其姓名 · their name", "安全管理员");

    public static Command Command()
    {
        var command = new Command("found", "创建园区及首批管理员 · found a park with its first administrators; the server must be stopped")
        {
            Park, Name, City, Province, Administrator, AdministratorName, Security, SecurityName,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(Park),
            new FoundPark(parsed.GetRequiredValue(Name), parsed.GetRequiredValue(City), parsed.GetRequiredValue(Province)),
            [
                new("system-admin", Role.SystemAdministrator, parsed.GetRequiredValue(Administrator), parsed.GetRequiredValue(AdministratorName)),
                new("security-admin", Role.SecurityAdministrator, parsed.GetRequiredValue(Security), parsed.GetRequiredValue(SecurityName)),
            ],
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string park, FoundPark founding, Founder[] founders, CancellationToken cancellation)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        var settings = builder.Configuration.ProjectsSettings();
        if (settings.Faults().Concat(Faults(park, founders)).ToList() is { Count: > 0 } faults)
            return Say.Fail(faults);
        using var folder = DataFolder.TryTake(settings);
        if (folder is null)
            return Say.Fail([Say.InUse(settings)]);

        builder.AddHouse(settings);
        builder.Services.AddSingleton<Founding>();
        using var host = builder.Build();
        try
        {
            await host.Services.GetRequiredService<SchemaMigrator>().ApplyAsync(cancellation);
            if (host.Services.GetRequiredService<SampleClock>() is { IsShifted: true } or { IsTelling: true })
                return Say.Fail([$"该数据目录是示例，有自己的时间 · {settings.DataPath} holds the sample, which lives in its own time; set Projects__DataDirectory to another folder."]);
            await host.StartAsync(cancellation);
            try
            {
                return await host.Services.GetRequiredService<Founding>().RunAsync(new ParkCode(park), founding, founders, new Uri(settings.Http), cancellation);
            }
            finally
            {
                await host.StopAsync(CancellationToken.None);
            }
        }
        catch (Exception fault) when (fault is JournalException or SchemaException or DbException)
        {
            return Say.Fail([fault.Message]);
        }
    }

    private static IEnumerable<string> Faults(string park, Founder[] founders)
    {
        if (!Identifier.IsResourceId(park))
            yield return $"'{park}' 不能作园区代码 · is no park code: lower-case letters, digits and hyphens, such as panzhihua.";
        foreach (var founder in founders.Where(founder => !Account.IsLogin(founder.Login)))
            yield return $"'{founder.Login}' 不能作账号名 · is no account name: lower-case letters and digits, with single . - _ between them.";
        if (founders.DistinctBy(founder => founder.Login).Count() < founders.Length)
            yield return "系统管理员与安全管理员须为两人 · the system administrator and the security administrator are two people with two accounts.";
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };

    private static Option<string> Defaulted(string name, string description, string value) => new(name) { Description = description, DefaultValueFactory = _ => value };
}
