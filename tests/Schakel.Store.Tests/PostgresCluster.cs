namespace Schakel.Store;

internal static class PostgresCluster
{
    public static string NewDatabase() => throw new NotSupportedException();
}
