using System.CommandLine;
using System.Globalization;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Rows;
using Schakel.Store.Verifying;

namespace Schakel.Commands;

/// <summary><c>schakel verify</c>: proves that nothing recorded was altered, dropped or inserted, or names what was.</summary>
internal static class VerifyCommand
{
    /// <summary>Where the data are when nothing else is said.</summary>
    public const string DefaultFolder = "schakel-data";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("verify", "Checks every event against its hash chain, the anchors, the rows that follow from it, and the documents it tells of; exit code 1 when anything is wrong.");
        var data = new Option<string>("--data") { Description = "The data folder.", DefaultValueFactory = _ => DefaultFolder };
        var postgres = new Option<string?>("--postgres") { Description = "Connection string of PostgreSQL, when the data are there; the folder then has keys and anchors." };
        var anchor = new Option<string?>("--anchor") { Description = "File of anchors that was kept elsewhere: finds what someone with access to the data folder could hide." };
        var key = new Option<string?>("--public-key") { Description = "The public key of the anchors in PEM, also kept elsewhere." };
        command.Options.Add(data);
        command.Options.Add(postgres);
        command.Options.Add(anchor);
        command.Options.Add(key);
        command.SetAction(parsed => CommandLine.Guard(() => Run(
            new StorePlace(parsed.GetValue(data)!, parsed.GetValue(postgres)),
            new VerificationRequest(LawOf) { StepsOf = ChainSteps.Of, AnchorFile = parsed.GetValue(anchor), PublicKeyFile = parsed.GetValue(key) })));
        return command;
    }

    private static Law? LawOf(string mark) => Regimes.Names.Select(Regimes.Find).FirstOrDefault(law => law.Hash.StartsWith(mark, StringComparison.Ordinal));

    private static int Run(StorePlace place, VerificationRequest request)
    {
        var report = Verification.Run(place, request);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Events:N0} events of {report.Streams:N0} streams, {report.Erased:N0} of them erased; {report.Anchors:N0} anchors; {report.Rows:N0} rows; {report.ProblemCount:N0} wrong"));
        if (report.Documents + report.UntoldDocuments > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Documents:N0} documents read; {report.UntoldDocuments:N0} beside them of uploads that came to nothing or are under way."));
        }
        if (request.AnchorFile is not null)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Anchors kept elsewhere cover positions 1 to {report.Anchored:N0} of {report.Events:N0}."));
        }
        if (report.OtherLaw > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.OtherLaw:N0} files have due days made under a law that is not a named regime: those days were not compared."));
        }
        foreach (var problem in report.Problems)
        {
            Console.WriteLine($"  {problem.Kind}: {problem.Text}");
        }
        if (report.ProblemCount > report.Problems.Length)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … and {report.ProblemCount - report.Problems.Length:N0} more."));
        }
        return report.IsSound ? CommandLine.Done : CommandLine.Failed;
    }
}
