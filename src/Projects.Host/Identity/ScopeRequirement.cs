using System.Collections.Concurrent;
using System.Reflection;
using Google.Api;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authorization;
using Projects.Storage;

namespace Projects.Host.Identity;

/// <summary>A token of scope read reaches only what reads: methods whose HTTP rule in the contract is GET, and plain GET.</summary>
internal sealed class ScopeRequirement : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    private static readonly ConcurrentDictionary<(Type Service, string Method), bool> Reads = new();

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.User.Identity is { IsAuthenticated: true } && (context.User.ScopeOf() == TokenScope.Write || context.Resource is HttpContext request && OnlyReads(request)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool OnlyReads(HttpContext request) =>
        request.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { } grpc
            ? Reads.GetOrAdd((grpc.ServiceType, grpc.Method.Name), _ => OnlyReads(grpc))
            : HttpMethods.IsGet(request.Request.Method) || HttpMethods.IsHead(request.Request.Method);

    /// <summary>Reflection is the one service beside the contract, and only describes it; a method without a descriptor counts as writing.</summary>
    private static bool OnlyReads(GrpcMethodMetadata grpc) =>
        grpc.Method.ServiceName.StartsWith("grpc.reflection.", StringComparison.Ordinal)
        || DescriptorOf(grpc)?.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is { PatternCase: HttpRule.PatternOneofCase.Get };

    /// <summary>Generated code nests the base class of a service in the class that carries its descriptor.</summary>
    private static MethodDescriptor? DescriptorOf(GrpcMethodMetadata grpc) =>
        grpc.ServiceType.BaseType?.DeclaringType?.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is Google.Protobuf.Reflection.ServiceDescriptor service
            ? service.FindMethodByName(grpc.Method.Name)
            : null;
}
