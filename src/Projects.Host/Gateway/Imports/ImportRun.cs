using System.Collections.Immutable;
using Grpc.Core;
using Projects.Grains;
using Projects.Identity;
using Projects.Reports;

namespace Projects.Host.Gateway;

/// <summary>One import, from its settings to its result, for gRPC and HTTP alike.</summary>
internal sealed class ImportRun(ProjectDesk desk, Imports imports, AuditedDesk audited)
{
    /// <summary>The same door for both: the orders are the same, however the bytes came.</summary>
    private const string Door = "projects.v1.ImportService/ImportSheet";

    /// <summary>What is asked, before any of the content is read.</summary>
    /// <exception cref="RpcException">INVALID, NOT_FOUND for another park, FORBIDDEN for one who reads no business of it.</exception>
    public async Task<ImportAsked> AskedAsync(V1.ImportSettings said, HttpContext context)
    {
        var fields = new WireFields(context.Language());
        var park = fields.ParkName(said.Parent, "parent");
        var kind = Kind(fields, said.Kind);
        var target = kind is null ? null : Target(fields, kind, park, said);
        fields.Check();
        return new(await InsightAsync(park, context), kind!, target, said.Apply, said.LeaveOutFaultyRows);
    }

    /// <summary>The empty workbook of a kind.</summary>
    /// <inheritdoc cref="AskedAsync" path="/exception"/>
    public async Task<ReportFile> TemplateAsync(V1.ExportImportTemplateRequest said, HttpContext context)
    {
        var fields = new WireFields(context.Language());
        var park = fields.ParkName(said.Parent, "parent");
        var kind = Kind(fields, said.Kind);
        fields.Check();
        var insight = await InsightAsync(park, context);
        return ImportTemplateFile.Write(kind!, insight.Park, insight.Today, fields.Language);
    }

    private async Task<Insight> InsightAsync(ParkCode park, HttpContext context)
    {
        var insight = await desk.InsightAsync(context.User.ToCaller(), park) ?? throw new NotFound("park", park.Value).ToRpcException(context.Language());
        return LedgerReach.ObstacleTo(insight) is { } obstacle ? throw obstacle.ToRpcException(context.Language()) : insight;
    }

    /// <exception cref="RpcException">INVALID for what is no sheet; IMPORT_ROW when it was to be applied and a row is faulty.</exception>
    public async Task<V1.ImportResult> RunAsync(ImportAsked asked, ReadOnlyMemory<byte> content, HttpContext context, Action<V1.ImportProgress>? told)
    {
        var (answer, good) = await LookAsync(asked, content, context, Told(told, applying: false));
        if (!asked.Apply)
            return answer;
        var (language, insight) = (context.Language(), asked.Insight);
        var who = new Attendance(context.User.ToCaller(), context.User.SessionIdOf(), context.Connection.RemoteIpAddress?.ToString(), Door);
        var taken = await SheetOrders.TakeAsync(
            good, Imports.DigestOf(asked.Kind, asked.Target, content.Span),
            async (project, command, request) => await audited.ExecuteAsync(who, new ProjectId(insight.Park.Code, project), command, request), Told(told, applying: true));
        (answer.Applied, answer.OrderCount, answer.StoppedRow) = (true, taken.Given, taken.Stopped?.Row ?? 0);
        if (taken.Refusal is { } refusal)
            answer.Explanation = Words.Of(refusal, Naming.Of(insight.Park)).In(language);
        return answer;
    }

    /// <summary>What it would do, and the rows that are to be taken; the sheet's own cells are let go of.</summary>
    private async Task<(V1.ImportResult Answer, ImmutableArray<ReturnedRow> Good)> LookAsync(ImportAsked asked, ReadOnlyMemory<byte> content, HttpContext context, Telling? told)
    {
        var rehearsed = await imports.RehearseAsync(asked.Insight, asked.Kind, asked.Target, Read(content, context.Language()), told, context.RequestAborted);
        return asked.Apply && !rehearsed.MayBeTaken(asked.LeaveOutFaultyRows)
            ? throw new RowsFaulty(rehearsed.Faults).ToRpcException(context.Language())
            : (ImportMessages.Of(rehearsed, context.Language()), rehearsed.Good);
    }

    private static ImportKind? Kind(WireFields fields, string code)
    {
        var kind = ImportKind.Of(code);
        if (kind is null)
            fields.Fault("kind", $"须为 {string.Join("、", ImportKind.All.Select(each => each.Code))} 之一", $"must be one of {string.Join(", ", ImportKind.All.Select(each => each.Code))}");
        return kind;
    }

    private static ImportTarget? Target(WireFields fields, ImportKind kind, ParkCode park, V1.ImportSettings said)
    {
        if (!kind.IsIntoList)
        {
            if (said.List.Length > 0 || said.Document.Length > 0)
                fields.Fault(said.List.Length > 0 ? "list" : "document", "此类表不归入清单，不填", "is not given for this kind: its rows stand in no list");
            return null;
        }
        var (project, list) = fields.ListName(said.List, "list");
        if (project.Park != park)
            fields.Fault("list", "须在同一园区", "must be of the same park");
        if (string.IsNullOrWhiteSpace(said.Document))
            fields.Fault("document", "须写明台账名称，含日期或文号", "must name the ledger, with its date or number");
        return new(project.Code, list, said.Document.Trim());
    }

    private static ReadTable Read(ReadOnlyMemory<byte> content, Language language)
    {
        try
        {
            return TableFile.Read(content);
        }
        catch (TableFileException broken)
        {
            throw RefusalOf(broken).ToRpcException(language);
        }
    }

    public static InvalidFields RefusalOf(TableFileException broken) => new([new FieldFault("chunk", broken.Why)]);

    private static Telling? Told(Action<V1.ImportProgress>? told, bool applying) => told is null ? null : new(told, applying);

    /// <summary>A hundred steps at most: each goes over the wire.</summary>
    private sealed class Telling(Action<V1.ImportProgress> told, bool applying) : IProgress<SheetProgress>
    {
        private int said;

        public void Report(SheetProgress value)
        {
            if (value.Done != value.Of && value.Done - said < Math.Max(value.Of / 100, 1))
                return;
            said = value.Done;
            told(new V1.ImportProgress { DoneCount = value.Done, RowCount = value.Of, Applying = applying });
        }
    }
}

/// <summary>An import that may be begun.</summary>
internal sealed record ImportAsked(Insight Insight, ImportKind Kind, ImportTarget? Target, bool Apply, bool LeaveOutFaultyRows);
