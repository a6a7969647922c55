namespace Projects.Host.Gateway;

/// <summary>The services of issues, lists, ledger, workbooks, imports and evidence, with what they are made of.</summary>
internal static class IssueGateway
{
    public static void AddIssueGateway(this IServiceCollection services)
    {
        services.AddSingleton<Writing>();
        services.AddSingleton<AsOfReads>();
        services.AddSingleton<EvidenceFinder>();
        services.AddSingleton<LedgerWatch>();
        services.AddSingleton<LedgerScope>();
        services.AddSingleton<LedgerExport>();
        services.AddSingleton<ImportRun>();
    }

    public static void MapIssueGateway(this WebApplication app)
    {
        app.MapGrpcService<IssueService>();
        app.MapGrpcService<IssueListService>();
        app.MapGrpcService<LedgerService>();
        app.MapGrpcService<UrgingService>();
        app.MapGrpcService<EvidenceService>();
        app.MapGrpcService<WorkbookService>();
        app.MapGrpcService<ImportService>();
        app.MapEvidence();
        app.MapImports();
    }
}
