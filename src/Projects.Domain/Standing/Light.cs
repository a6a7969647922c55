namespace Projects;

/// <summary>亮灯: how a thing stands on a day. Derived each time it is asked for, never stored (DOMAIN 4).</summary>
public enum Light
{
    /// <summary>绿</summary>
    Green,

    /// <summary>黄</summary>
    Yellow,

    /// <summary>红</summary>
    Red,
}
