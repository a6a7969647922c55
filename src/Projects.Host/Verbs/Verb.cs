using System.CommandLine;

namespace Projects.Host.Verbs;

/// <summary>The verbs of the one binary.</summary>
internal static class Verb
{
    /// <summary>Serves when no verb is given.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("项目台账服务器 · the server of an industrial park's projects and issue ledger");
        Serve.AddTo(root);
        root.Add(Serve.Command());
        root.Add(Found.Command());
        root.Add(Migrate.Command());
        root.Add(Verify.Command());
        root.Add(Rebuild.Command());
        root.Add(TakeBackup.Command());
        root.Add(RestoreBackup.Command());
        return root;
    }
}
