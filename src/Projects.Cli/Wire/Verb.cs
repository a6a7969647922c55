using Google.Protobuf.WellKnownTypes;
using Projects.Cli.Failures;

namespace Projects.Cli.Wire;

/// <summary>A method of the contract as a verb: its argument and options are the fields of its request, read from the contract itself.</summary>
internal sealed class Verb
{
    private readonly MethodDescriptor _method;
    private readonly IReadOnlyList<(Field Field, Option<string[]> Option)> _options;
    private readonly Field? _subject;
    private readonly string? _subjectType;
    private readonly Argument<string>? _argument;
    private readonly Option<string?>? _project;
    private readonly Option<bool>? _all;

    private Verb(string name, Said summary, MethodDescriptor method, GlobalOptions globals)
    {
        _method = method;
        var fields = Field.Of(method.InputType);
        Command = new Command(name, $"{summary.Chinese}  {summary.English}");
        _subject = fields.FirstOrDefault(field => field.IsSubject);
        _subjectType = _subject is null ? null : ResourceNames.TypeOf(_subject.Leaf) ?? ResourceNames.TypeOf(_subject.Leaf.ContainingType);
        IReadOnlyList<string> variables = _subjectType is null ? [] : ResourceNames.Variables(_subjectType);
        if (_subject?.Leaf.Name == "name" && variables is [.., var last])
            Command.Add(_argument = new Argument<string>(last.ToUpperInvariant()) { Description = globals.ExplainedBy(_subject.Leaf) });
        if (variables.Contains("project") && !(_subject?.Leaf.Name == "name" && variables.Count == 1))
            Command.Add(_project = new Option<string?>("--project", "-p") { Description = "项目编码  the project's code (PROJECTS_PROJECT)" });
        _options = [.. fields.Where(field => !field.IsSubject).Select(field => (field, OptionOf(field, globals)))];
        foreach (var (_, option) in _options)
            Command.Add(option);
        if (method.InputType.FindFieldByName("page_token") is not null)
            Command.Add(_all = new Option<bool>("--all") { Description = "取全部各页  every page" });
    }

    public Command Command { get; }

    /// <summary>A verb that asks once, or page by page with --all, and shows the answer.</summary>
    public static Command Of(string name, Said summary, MethodDescriptor method, GlobalOptions globals)
    {
        var verb = new Verb(name, summary, method, globals);
        verb.Command.SetAction((parsed, stop) => globals.RunAsync(parsed, async run =>
        {
            var request = await verb.RequestAsync(parsed, run, stop);
            var wording = await run.WordingAsync(method.OutputType, stop);
            run.Show(await verb.AskAsync(request, parsed, run, stop), wording);
        }));
        return verb.Command;
    }

    /// <summary>The verb's options and request, for a command that does more than ask.</summary>
    public static (Command Command, Func<ParseResult, Run, CancellationToken, Task<IMessage>> RequestAsync) Parts(
        string name, Said summary, MethodDescriptor method, GlobalOptions globals)
    {
        var verb = new Verb(name, summary, method, globals);
        return (verb.Command, verb.RequestAsync);
    }

    private static Option<string[]> OptionOf(Field field, GlobalOptions globals) => new(field.Option)
    {
        Description = globals.ExplainedBy(field.Leaf),
        HelpName = field.Leaf.FieldType switch
        {
            FieldType.Enum => string.Join('|', field.Leaf.EnumType.Values.Where(value => value.Number != 0).Select(Typed.Word)),
            FieldType.Bool => "true|false",
            _ when field.Option.EndsWith("date", StringComparison.Ordinal) || field.Option is "--due" or "--effective" => "2024-01-12",
            _ when field.Leaf.Name.EndsWith("_fen", StringComparison.Ordinal) => "1230万元",
            _ => field.Leaf.Name,
        },
        Required = field.IsRequired,
        Arity = field.Leaf.FieldType == FieldType.Bool ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private async Task<IMessage> RequestAsync(ParseResult parsed, Run run, CancellationToken stop)
    {
        var request = _method.InputType.Parser.ParseFrom(ByteString.Empty);
        var code = _argument is null ? null : parsed.GetValue(_argument);
        var names = new ResourceNames(await run.ParkAsync(stop), ProjectOf(parsed, run, code));
        if (_subject is not null)
            _subject.Leaf.Accessor.SetValue(_subject.Holder(request), names.Expand(_subjectType!, code ?? (_subjectType == "projects.v1/Project" ? names.Project : null)));
        var changed = new List<string>();
        foreach (var (field, option) in _options)
        {
            if (parsed.GetResult(option) is not { } given || given.Implicit)
                continue;
            var words = parsed.GetValue(option) is { Length: > 0 } values ? values : ["true"];
            if (words.Length > 1 && !field.Leaf.IsRepeated)
                throw new UsageException(new($"{option.Name} 只能给一次。", $"{option.Name} can be given only once."));
            foreach (var word in words)
                await SetAsync(field, request, word, names, run, stop);
            if (field.Path.Count > 1)
                changed.Add(string.Join('.', field.Path.Skip(1).Select(step => step.Name)));
        }
        if (_method.InputType.FindFieldByName("update_mask") is { } mask)
            mask.Accessor.SetValue(request, new FieldMask { Paths = { changed } });
        return request;
    }

    /// <summary>The project named by --project, by the full name given as argument, or by PROJECTS_PROJECT.</summary>
    private string? ProjectOf(ParseResult parsed, Run run, string? code)
    {
        if (code?.Split('/') is ["parks", _, "projects", var named, ..])
            return named;
        var filter = _options.FirstOrDefault(each => each.Option.Name == "--project").Option;
        return (_project is null ? null : parsed.GetValue(_project)) ?? (filter is null ? null : parsed.GetValue(filter)?.FirstOrDefault())
            ?? run.Terminal.Setting("PROJECTS_PROJECT");
    }

    /// <summary>An evidence field takes a file too: it goes up first, and its name stands in the field.</summary>
    private static async Task SetAsync(Field field, IMessage request, string word, ResourceNames names, Run run, CancellationToken stop)
    {
        var holder = field.Holder(request);
        object value;
        if (ResourceNames.TypeOf(field.Leaf) == "projects.v1/Evidence" && File.Exists(word))
        {
            value = (await Evidence.Upload.SendAsync(word, names, run, stop)).Name;
            if (field.Leaf.ContainingType.FindFieldByName("file_name") is { } named)
                named.Accessor.SetValue(holder, Path.GetFileName(word));
        }
        else
        {
            value = Typed.Value(field.Leaf, word, names);
        }
        if (field.Leaf.IsRepeated)
            ((System.Collections.IList)field.Leaf.Accessor.GetValue(holder)).Add(value);
        else
            field.Leaf.Accessor.SetValue(holder, value);
    }

    private async Task<IMessage> AskAsync(IMessage request, ParseResult parsed, Run run, CancellationToken stop)
    {
        var answer = await run.Connection.AskAsync(_method, request, stop);
        if (_all is null || !parsed.GetValue(_all))
            return answer;
        var next = _method.OutputType.FindFieldByName("next_page_token");
        while (next.Accessor.GetValue(answer) is string { Length: > 0 } token)
        {
            _method.InputType.FindFieldByName("page_token").Accessor.SetValue(request, token);
            var page = await run.Connection.AskAsync(_method, request, stop);
            next.Accessor.Clear(answer);
            var merged = answer.ToByteArray().Concat(page.ToByteArray()).ToArray();
            answer = _method.OutputType.Parser.ParseFrom(merged);
        }
        return answer;
    }
}
