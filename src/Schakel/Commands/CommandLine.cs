using System.CommandLine;
using System.Text;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Measures;
using Schakel.Rehearsal.Reporting;
using Schakel.Store;

namespace Schakel.Commands;

/// <summary>The <c>schakel</c> command: what can be asked of it, and how it says no.</summary>
public static class CommandLine
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>Something outside the question failed: a full disk, an interrupted run with nothing to keep.</summary>
    public const int Failed = 1;

    /// <summary>The question was wrong: the message names field, value and rule.</summary>
    public const int Refused = 2;

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="input">In place of standard input, for commands that read it.</param>
    /// <param name="output">In place of standard output, for commands that write bytes.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, Stream? input = null, Stream? output = null)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new RootCommand("Schakel runs the Dutch asylum chain and rehearses changes to it. Without a command: the baseline of January 2024 is rehearsed.");
        var rehearse = RehearseCommand.Create();
        root.Subcommands.Add(rehearse);
        root.Subcommands.Add(AssessCommand.Create());
        root.Subcommands.Add(ExpectCommand.Create());
        root.Subcommands.Add(CalibrateCommand.Create());
        root.Subcommands.Add(ConformCommand.Create());
        root.Subcommands.Add(NormsCommand.Create(StandardStreams.Of(input, output)));
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(VerifyCommand.Create());
        root.Subcommands.Add(RebuildCommand.Create());
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(AdvanceCommand.Create());
        root.Subcommands.Add(ExportCommand.Create());
        var command = arguments.Length > 0 && (!arguments[0].StartsWith('-') || arguments[0] is "--help" or "-h" or "-?" or "--version");
        var parsed = root.Parse(command ? arguments : ["rehearse", .. arguments]);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"schakel: {error.Message}").ConfigureAwait(false);
            }

            await Console.Error.WriteLineAsync("Try `schakel --help`.").ConfigureAwait(false);
            return Refused;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
    }

    /// <summary>The same for an action that waits: a command line has nothing else to do meanwhile.</summary>
#pragma warning disable VSTHRD002
    internal static int Wait(Func<Task<int>> action) => Guard(() => action().GetAwaiter().GetResult());
#pragma warning restore VSTHRD002

    /// <summary>Runs an action of a command and turns what it refuses into a sentence and an exit code.</summary>
    internal static int Guard(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (OutputFaultException e)
        {
            Console.Error.WriteLine($"schakel: {e.Message}");
            return e.Fault == OutputFault.DiskFull ? Failed : Refused;
        }
        catch (StoreFaultException e)
        {
            Console.Error.WriteLine($"schakel: {e.Message}");
            return e.Fault is StoreFault.DiskFull or StoreFault.Stopped or StoreFault.Busy ? Failed : Refused;
        }
        catch (OperationCanceledException e)
        {
            Console.Error.WriteLine($"schakel: {e.Message}");
            return Failed;
        }
        catch (Exception e) when (e is DataFaultException or MeasureFaultException or NormException or ArgumentException or UnknownRegimeException or InvalidDataException or FileNotFoundException
            or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"schakel: {e.Message}");
            return Refused;
        }
        catch (InvalidOperationException e) when (e.InnerException is NormException norm)
        {
            // A replication met a day for which the regime has no law: what cannot be expressed is not rehearsed.
            Console.Error.WriteLine($"schakel: the rehearsal cannot go on under this regime: {norm.Message}");
            return Refused;
        }
    }
}
