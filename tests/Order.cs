using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestMethodOrderer(typeof(Schakel.Testing.Order))]
[assembly: TestCaseOrderer(typeof(Schakel.Testing.Order))]

namespace Schakel.Testing;

/// <summary>
/// Tests of a class run in the order of their names, on every machine the same: without it the order follows the path of the assembly, and a
/// test that leans on another is green here and red there. <c>SCHAKEL_ORDER=7</c> shuffles them, each number otherwise.
/// </summary>
public sealed class Order : ITestMethodOrderer, ITestCaseOrderer
{
    private static readonly string? Seed = Environment.GetEnvironmentVariable("SCHAKEL_ORDER");

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestMethod?> OrderTestMethods<TTestMethod>(IReadOnlyCollection<TTestMethod?> testMethods)
        where TTestMethod : ITestMethod => [.. testMethods.OrderBy(each => Place(each?.MethodName), StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : ITestCase => [.. testCases.OrderBy(each => Place(each.TestCaseDisplayName), StringComparer.Ordinal)];

    private static string Place(string? name) => Seed is null ? name ?? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Seed + name)));
}
