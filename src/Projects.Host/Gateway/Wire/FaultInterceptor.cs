using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Google.Protobuf.WellKnownTypes;
using Projects.Grains;
using Projects.Storage;
using GrpcStatus = Google.Rpc.Status;

namespace Projects.Host.Gateway;

/// <summary>When the world broke: says what is now known of the caller's command and what to do. Bugs stay loud in the log and quiet on the wire.</summary>
internal sealed partial class FaultInterceptor(ILogger<FaultInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception failure) when (failure is not RpcException)
        {
            throw Explain(failure, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception failure) when (failure is not RpcException && !context.CancellationToken.IsCancellationRequested)
        {
            throw Explain(failure, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception failure) when (failure is not RpcException && !context.CancellationToken.IsCancellationRequested)
        {
            throw Explain(failure, context);
        }
    }

    /// <summary>What a failure says on the wire.</summary>
    public static GrpcStatus StatusOf(Exception failure, Language language)
    {
        var (code, reason, words) = Of(failure);
        var status = new GrpcStatus { Code = (int)code, Message = words.In(language) };
        status.Details.Add(Any.Pack(new ErrorInfo { Domain = Refusing.Domain, Reason = reason }));
        return status;
    }

    private RpcException Explain(Exception failure, ServerCallContext call)
    {
        CallFailed(logger, call.Method, Of(failure).Reason, failure);
        return StatusOf(failure, call.Language()).ToRpcException();
    }

    private static (Code Code, string Reason, Text Words) Of(Exception failure) => failure switch
    {
        AppendInDoubtException or TimeoutException => (Code.Unavailable, "IN_DOUBT", InDoubt),
        JournalUnavailableException => (Code.Unavailable, "UNAVAILABLE", NotRecorded),
        ProjectConflictException => (Code.Aborted, "CONFLICT", TryAgain),
        OperationCanceledException => (Code.Cancelled, "CANCELLED", InDoubt),
        _ => (Code.Internal, "INTERNAL", Broken),
    };

    private static readonly Text InDoubt = new("暂时无法确认命令是否已记录，请用同一个请求号重试", "Whether the command was recorded is not known yet; send it again with the same request_id");
    private static readonly Text NotRecorded = new("存储暂不可用，命令未记录，请稍后重试", "Storage is unavailable and the command was not recorded; try again later");
    private static readonly Text TryAgain = new("其他进程正在修改同一项目，命令未记录，请重试", "Another process is changing the same project and the command was not recorded; try again");
    private static readonly Text Broken = new("服务器内部错误，已写入日志", "The server failed; the details are in its log");

    [LoggerMessage(LogLevel.Error, "{Method} failed: {Reason}.")]
    private static partial void CallFailed(ILogger logger, string method, string reason, Exception failure);
}
