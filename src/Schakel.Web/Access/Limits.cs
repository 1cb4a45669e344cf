using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Schakel.Web.Access;

/// <summary>How much a caller may ask (begrenzing): per token, and more generously per address, which many may share. Beyond it 429 with Retry-After.</summary>
internal static class Limits
{
    private const int CallersPerAddress = 20;

    public static void AddChainLimits(this IServiceCollection services, WebSettings settings) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket(http.Connection.RemoteIpAddress?.ToString() ?? "", CallersPerAddress, settings)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket(http.Request.Headers.Authorization.ToString(), 1, settings)));
        limits.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });

    private static RateLimitPartition<string> Bucket(string key, int times, WebSettings settings) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = times * settings.MostAtOnce,
        TokensPerPeriod = times * settings.MostPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });
}
