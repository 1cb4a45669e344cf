using Schakel.Chain;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Trajectories;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Store.Rows;
using Schakel.Store.Verifying;
using Schakel.Store.Watching;

namespace Schakel.Demonstration;

/// <summary>A demonstration of a hundredth of the nation, in a folder of its own: a copy of one that is built once.</summary>
internal sealed class SmallDemonstration : IDisposable
{
    public const double Scale = 0.01;
    private static readonly Lazy<(string Folder, BuildReport Report)> Built = new(() =>
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("schakel-demo-").FullName, "data");
        var report = DemonstrationBuild.Run(folder, Scale, seed: 1, TimeProvider.System, ChainSteps.Of, Watch, Staff);
        return (folder, report);
    });

    private readonly string _parent = Directory.CreateTempSubdirectory("schakel-demo-").FullName;

    public SmallDemonstration()
    {
        Folder = Path.Combine(_parent, "data");
        Copy(Built.Value.Folder, Folder);
        Running = Open();
    }

    public string Folder { get; }

    public static BuildReport Report => Built.Value.Report;

    public DemonstrationRequest Request => new(Folder, Scale, 1)
    {
        StepsOf = ChainSteps.Of,
        Watch = Watch,
        Staff = Staff,
    };

    public static ExampleStaff Staff { get; } = new([501, 502, 503], [601, 602], [701, 702]);

    public static Func<ChainStore, IChainClock, AfterDay> Watch { get; } = (store, clock) =>
    {
        var watch = new TermWatch(store, clock);
        return async (_, cancellation) => await watch.LookAsync(cancellation) is var found ? found.ByLaw + found.Observed : 0;
    };

    public LiveDemonstration Running { get; private set; }

    public Day Today => Running.Time.Today;

    public LiveDemonstration Open() => LiveDemonstration.Open(Request, TimeProvider.System);

    public void Reopen()
    {
        Running.Dispose();
        Running = Open();
    }

    /// <summary>Closes it and looks at what is there.</summary>
    public T Closed<T>(Func<T> look)
    {
        Running.Dispose();
        var seen = look();
        Running = Open();
        return seen;
    }

    /// <summary>Judges all that was recorded, as an export tells it and by the laws that the export names.</summary>
    public (OcelHead Head, Judgement Found) Judged() => Closed(() =>
    {
        StoreLog.Export(new StorePlace(Folder), ExportFile, ExportScope.WholeCourse);
        return ConformLog.Judge(() => File.OpenRead(ExportFile), head => LoggedLaw.On(head, day => throw new InvalidOperationException($"The log names no law of {day}.")));
    });

    public string ExportFile => Path.Combine(_parent, "log.ocel");

    public VerificationReport Verify() => Verification.Run(
        new StorePlace(Folder), new VerificationRequest(mark => Regimes.Names.Select(Regimes.Find).FirstOrDefault(law => law.Hash.StartsWith(mark, StringComparison.Ordinal))) { StepsOf = ChainSteps.Of });

    /// <summary>Everything as it stands by the log.</summary>
    public Standing Standing()
    {
        var standing = new Standing(Running.Store.Log);
        standing.CatchUp();
        return standing;
    }

    public Task<ActResult> DoAsync(PersonId person, params CaseCommand[] commands) => DoAsync([.. commands.Select(command => new Addressed(StreamId.Of(person), command))]);

    public Task<ActResult> DoAsync(params Addressed[] commands) => Running.Store.Desk.DoAsync(
        new Act(ActKey.New(), Doer.Of(new Official(77, OfficialRoles.DecisionOfficer)), Purpose.Procedure, Today, [.. commands]));

    public void Dispose()
    {
        Running.Dispose();
        Directory.Delete(_parent, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
