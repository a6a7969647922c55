using System.Collections.Immutable;

namespace Projects.Web.Seats;

/// <summary>
/// One form being filled in and what came of it. It keeps its request id until the order is through, so that a second press, or a press after
/// a lost answer, gives the first result and nothing twice (DOMAIN 10.5).
/// </summary>
public sealed class Giving
{
    public static Text SignedOut { get; } = new("登录已失效，请重新登录后再提交；已填内容保留在本页。", "Your session has ended. Sign in again and resubmit; what you typed stays here.");
    public static Text Unavailable { get; } = new("系统暂时无法确认是否已记录，请稍候再按一次；同一操作不会重复记录。", "It is not known whether this was recorded. Press again in a moment; nothing is recorded twice.");

    private readonly HashSet<string> fields = [];
    private string id = NewId();

    /// <summary>The day it happened; null for today.</summary>
    public DateOnly? Effective { get; set; }

    /// <summary>What the rules said no with; null before an answer and after a yes.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What is wrong beside the rules; null when nothing is.</summary>
    public Text? Fault { get; private set; }

    /// <summary>What was recorded; null while nothing was.</summary>
    public ImmutableArray<Recorded>? Done { get; private set; }

    internal Request Request => new(id, Effective);

    /// <summary>What is wrong with a field, by its name in the contract: <c>measures</c>; matches <c>issue.measures</c> and <c>measures[2]</c> too.</summary>
    public IEnumerable<Text> FaultsOf(string field) => Refusal is null ? [] : Refusal.Fields.Where(fault => IsOf(fault.Field, field)).Select(fault => fault.Fault);

    /// <summary>What is wrong with fields the form does not show.</summary>
    public IEnumerable<FieldFault> FaultsElsewhere => Refusal is null ? [] : Refusal.Fields.Where(fault => !fields.Any(name => IsOf(fault.Field, name)));

    /// <summary>The form has a field of this name, which shows its own faults.</summary>
    internal void Shows(string field) => fields.Add(field);

    /// <summary>Says no on the page's own account, before anything was sent.</summary>
    public bool Refuse(Refusal refusal)
    {
        (Refusal, Fault) = (refusal, null);
        return false;
    }

    internal bool Settle(Outcome outcome)
    {
        (Refusal, Fault) = ((outcome as Outcome.Refused)?.Refusal, null);
        if (Refusal is not null)
            return false;
        Done = outcome is Outcome.Done done ? done.Events : [];
        id = NewId();
        return true;
    }

    internal bool Fail(Text fault)
    {
        (Refusal, Fault) = (null, fault);
        return false;
    }

    // A form may show each item by itself: its field is then named as the fault is.
    private static bool IsOf(string fault, string field)
    {
        if (fault == field)
            return true;
        var whole = fault.IndexOf('[') is >= 0 and var item ? fault[..item] : fault;
        return whole == field || whole.EndsWith("." + field, StringComparison.Ordinal);
    }

    private static string NewId() => Guid.CreateVersion7().ToString("N");
}
