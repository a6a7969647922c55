using Projects.Cli.Failures;
using Spectre.Console;

namespace Projects.Cli.Sessions;

/// <summary>sign-in, sign-out, whoami. A token is never an argument: others on the machine can read those.</summary>
internal static class SessionVerbs
{
    public static MethodDescriptor Method(string name) => SessionsReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.ServiceDescriptor>("SessionService").FindMethodByName(name);

    public static IEnumerable<Command> All(GlobalOptions globals) => [SignIn(globals), SignOut(globals), WhoAmI(globals)];

    private static Command SignIn(GlobalOptions globals)
    {
        var login = new Option<string?>("--login") { Description = "账号  the account's name" };
        var fromInput = new Option<bool>("--password-stdin") { Description = "从标准输入读密码  the password is the first line of stdin" };
        var link = new Option<string?>("--link") { Description = "一次性登录码  a code that signs in once, prl_…" };
        var command = new Command("sign-in", "登录  Sign in and stay signed in until sign-out") { login, fromInput, link };
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
        {
            var asked = parsed.GetValue(link) is { } code
                ? new CreateSessionRequest { LinkCode = code }
                : await CredentialAsync(run, parsed.GetValue(login), parsed.GetValue(fromInput), stop);
            using var connection = run.Connect(null);
            var session = await connection.AskAsync<Session>(Method("CreateSession"), asked, stop);
            SessionFile.Of(run.Terminal).Write(new(run.Server, session.BearerToken, session.Park, run.Language == Language.English ? "en" : "zh"));
            session.BearerToken = "";
            run.Show(session);
        }));
        return command;
    }

    /// <summary>Signs out at the server and forgets the token here, even when the server no longer knows it.</summary>
    private static Command SignOut(GlobalOptions globals)
    {
        var command = new Command("sign-out", "退出  Sign out");
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
        {
            try
            {
                if (run.Token is not null)
                    await run.Connection.AskAsync(Method("DeleteSession"), new DeleteSessionRequest(), stop);
            }
            catch (RpcException gone) when (gone.StatusCode == StatusCode.Unauthenticated)
            {
                // An expired session is signed out already.
            }
            SessionFile.Of(run.Terminal).Delete();
            run.Say(new("已退出。", "Signed out."));
        }));
        return command;
    }

    private static Command WhoAmI(GlobalOptions globals)
    {
        var command = new Command("whoami", "我是谁  Who is signed in, and in what capacity");
        command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
            run.Show(await run.Connection.AskAsync(Method("GetCurrentSession"), new GetCurrentSessionRequest(), stop))));
        return command;
    }

    private static async Task<CreateSessionRequest> CredentialAsync(Run run, string? login, bool fromInput, CancellationToken stop)
    {
        var terminal = run.Terminal;
        if (!terminal.CanAsk && (login is null || !fromInput))
            throw new UsageException(new("请给出 --login 与 --password-stdin，或 --link。", "Give --login and --password-stdin, or --link."));
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        login ??= await screen.PromptAsync(new TextPrompt<string>(new Said("账号：", "Account:").In(run.Language)), stop);
        var password = fromInput
            ? await terminal.In.ReadLineAsync(stop) ?? ""
            : await screen.PromptAsync(new TextPrompt<string>(new Said("密码：", "Password:").In(run.Language)).Secret(null), stop);
        return new CreateSessionRequest { Account = login, Password = password };
    }
}
