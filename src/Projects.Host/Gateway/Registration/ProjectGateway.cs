namespace Projects.Host.Gateway;

/// <summary>The services of parks, projects, milestones, investment, visits, meetings and weekly reports, with what they are made of.</summary>
internal static class ProjectGateway
{
    public static void AddProjectGateway(this IServiceCollection services)
    {
        services.AddSingleton<ProjectListing>();
        services.AddSingleton<ProjectSummaries>();
        services.AddSingleton<HistoryReads>();
        services.AddSingleton<DiaryReads>();
    }

    public static void MapProjectGateway(this WebApplication app)
    {
        app.MapGrpcService<ParkService>();
        app.MapGrpcService<ProjectService>();
        app.MapGrpcService<MilestoneService>();
        app.MapGrpcService<InvestmentService>();
        app.MapGrpcService<VisitService>();
        app.MapGrpcService<MeetingService>();
        app.MapGrpcService<WeeklyReportService>();
    }
}
