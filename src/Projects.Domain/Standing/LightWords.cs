namespace Projects;

public static partial class Words
{
    public static Text Of(Light light) => light switch
    {
        Light.Green => new("绿灯", "green"),
        Light.Yellow => new("黄灯", "yellow"),
        Light.Red => new("红灯", "red"),
        _ => throw new ArgumentOutOfRangeException(nameof(light), light, null),
    };
}
