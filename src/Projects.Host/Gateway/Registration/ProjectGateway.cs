namespace Projects.Host.Gateway;

/// <summary>The services of parks, projects, milestones and investment, with what they are made of.</summary>
internal static class ProjectGateway
{
    public static void AddProjectGateway(this IServiceCollection services)
    {
        services.AddSingleton<ProjectListing>();
        services.AddSingleton<ProjectSummaries>();
        services.AddSingleton<HistoryReads>();
    }

    public static void MapProjectGateway(this WebApplication app)
    {
        app.MapGrpcService<ParkService>();
        app.MapGrpcService<ProjectService>();
        app.MapGrpcService<MilestoneService>();
        app.MapGrpcService<InvestmentService>();
    }
}
