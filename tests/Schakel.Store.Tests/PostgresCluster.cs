using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Schakel.Store.PostgresCluster))]

namespace Schakel.Store;

// PostgreSQL refuses to run as root: the cluster belongs to user postgres when the tests run as root, and to us otherwise. It listens on
// the loopback only, on a port that was free, with its data in a temporary folder, and is stopped after the last test. It does not sync: the tests kill our process, not the server or the machine.

/// <summary>A private PostgreSQL for the tests; Debian's package is installed when it is missing.</summary>
public sealed class PostgresCluster : IDisposable
{
    private static readonly Lazy<string> Server = new(Start);
    private static readonly Lock Gate = new();
    private static int _databases;
    private static Action? _stop;

    /// <summary>Stops the server, if a test started it.</summary>
    public void Dispose() => _stop?.Invoke();

    /// <summary>The connection string of a new, empty database.</summary>
    public static string NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        lock (Gate)
        {
            using var connection = new NpgsqlConnection(Server.Value + ";Database=postgres;Pooling=false");
            connection.Open();
            using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            command.ExecuteNonQuery();
        }
        return $"{Server.Value};Database={name};Maximum Pool Size=10";
    }

    private static string Start()
    {
        var programs = Programs() ?? Install();
        var folder = Directory.CreateTempSubdirectory("schakel-postgres-").FullName;
        var root = Environment.UserName == "root";
        if (root)
        {
            Run("chown", "postgres", folder);
        }
        var data = Path.Combine(folder, "data");
        string[] asOwner = root ? ["runuser", "-u", "postgres", "--"] : [];
        Run([.. asOwner, Path.Combine(programs, "initdb"), "-D", data, "-U", "schakel", "--auth=trust", "-E", "UTF8", "--locale=C"]);
        var port = FreePort();
        Run([.. asOwner, Path.Combine(programs, "pg_ctl"), "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off -c max_connections=400"), "start"]);
        _stop = () =>
        {
            Run([.. asOwner, Path.Combine(programs, "pg_ctl"), "-D", data, "-m", "immediate", "stop"]);
            Directory.Delete(folder, recursive: true);
        };
        return string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=schakel");
    }

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private static string Install()
    {
        Run("apt-get", "update", "-qq");
        Run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "postgresql");
        return Programs() ?? throw new InvalidOperationException("PostgreSQL was installed, and initdb is still not under /usr/lib/postgresql.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(params string[] command)
    {
        // Output goes nowhere: the server would keep a pipe open, and we would wait for its end.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", .. command]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"`{string.Join(' ', command)}` ended with {process.ExitCode}. The tests need PostgreSQL: install Debian's postgresql, or run them as root.");
        }
    }
}
