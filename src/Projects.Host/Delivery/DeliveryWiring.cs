namespace Projects.Host.Delivery;

internal static class DeliveryWiring
{
    private static readonly TimeSpan SendAtMost = TimeSpan.FromSeconds(30);

    /// <summary>The ways an issued report goes out by, as the settings say; a wrong setting stops the start.</summary>
    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliverySettings>().BindConfiguration(DeliverySettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient<WebhookDelivery>(http => http.Timeout = SendAtMost).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<IDelivery>(provider => provider.GetRequiredService<WebhookDelivery>());
        services.AddSingleton<IDelivery, MailDelivery>();
        services.AddSingleton<ReportDispatcher>();
        services.AddHostedService<DeliveryRound>();
    }
}
