using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Schakel.Web.Access;

/// <summary>How much a caller may ask (begrenzing): per token, and more generously per address, which many may share. Beyond it 429 with Retry-After.</summary>
internal static class Limits
{
    /// <summary>Trying one-time codes: fewer, per address, beside the limit per file.</summary>
    public const string Codes = "codes";

    private const int CallersPerAddress = 20;
    private const int CodesAtOnce = 60;

    public static void AddChainLimits(this IServiceCollection services, WebSettings settings) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Codes, http => RateLimitPartition.GetTokenBucketLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new()
        {
            TokenLimit = CodesAtOnce,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket(http.Connection.RemoteIpAddress?.ToString() ?? "", CallersPerAddress, settings)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket(SignedInWith(http), 1, settings)));
        limits.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            return StandIns.IsForPerson(rejected.HttpContext) ? new(StandIns.TooMuchAsync(rejected.HttpContext)) : ValueTask.CompletedTask;
        };
    });

    /// <summary>The token or the session of a request; whoever has neither shares one bucket per address.</summary>
    private static string SignedInWith(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { Length: > 0 } token ? token
        : http.Request.Cookies[ChainAccess.Session] is { Length: > 0 } session ? session
        : "address " + http.Connection.RemoteIpAddress;

    private static RateLimitPartition<string> Bucket(string key, int times, WebSettings settings) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = times * settings.MostAtOnce,
        TokensPerPeriod = times * settings.MostPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });
}
