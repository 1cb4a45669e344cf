using System.Collections.Concurrent;
using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Cases;
using Schakel.Web.Workbench.Reception;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Calendars;

/// <summary>An appointment as a calendar shows it (afspraak).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is, where names are shown.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Day">The day.</param>
/// <param name="Minute">Minute of the day, when settled.</param>
/// <param name="Centre">The centre; zero when none is settled.</param>
/// <param name="Site">Where the person stays, where one may know.</param>
/// <param name="Clashes">What it clashes with.</param>
/// <param name="Move">With what who looks moves it; absent when they may not.</param>
public sealed record AgendaRow(
    long Person, ShownPerson Who, AppointmentKind Kind, AppointmentStatus Status, Day Day, int? Minute, int Centre, int? Site, ImmutableArray<Text> Clashes, AppointmentMove? Move)
{
    /// <summary>How the person is to be heard, and in which language, where who looks may know.</summary>
    public InterviewWishes? Heard { get; init; }

    /// <summary>Number of the lawyer, where one is named and who looks may know.</summary>
    public int? Lawyer { get; init; }

    /// <summary>The last day on which a court lets the decision be taken, where it set one and who looks may know (opdracht van de rechter).</summary>
    public Day? OrderedBy { get; init; }

    /// <summary>Other persons whom its clashes name.</summary>
    public ImmutableArray<long> Others { get; init; } = [];

    /// <summary>Who looks may move it.</summary>
    public bool MayMove => Move is not null;

    /// <summary>It stands, and takes a place.</summary>
    public bool TakesPlace => Status is AppointmentStatus.Planned or AppointmentStatus.Held;
}

/// <summary>Somebody on the day board (regel van het dagbord).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="Day">On which day of the procedure.</param>
/// <param name="IsDone">What the day is for is done already.</param>
public sealed record BoardRow(long Person, ShownPerson Who, ProcedureDayOf Day, bool IsDone);

/// <summary>
/// Appointments of a day or week (agenda), from the read model of appointments, within what a caller may see. Clashes are shown and forbid
/// nothing: the same person twice on a day, one lawyer with two clients on a day, a move that is announced across it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="gate">What may be seen.</param>
/// <param name="worklists">Who people are.</param>
/// <param name="moves">Moves that were announced.</param>
public sealed class Agenda(ChainStore store, Gate gate, Worklists worklists, AnnouncedMoves moves)
{
    /// <summary>Most rows of a day or week.</summary>
    public const int Most = 2000;

    private const int BoardLooksBack = 60;
    private const int MostKept = 20_000;
    private static readonly int[] Shown = [(int)AppointmentStatus.Planned, (int)AppointmentStatus.Held, (int)AppointmentStatus.Missed];

    private readonly ConcurrentDictionary<(long Person, int Version), Read> _read = [];
    private readonly ConcurrentDictionary<(long Person, int Version, Day On), (ProcedureDayOf Day, bool IsDone)?> _days = [];

    /// <summary>The appointments, by day, time and person.</summary>
    /// <param name="caller">Who looks; whoever shows names records the looks.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="named">With names.</param>
    public ImmutableArray<AgendaRow> Of(Caller caller, AgendaAsked asked, bool named)
    {
        int[] kinds = [.. AppointmentKinds.Of(caller.Function).Select(each => (int)each)];
        var (first, last) = (asked.From.Number, asked.Through.Number);
        using var view = store.Models.Look();
        // All kinds are read, and then one is chosen: a clash is often with another kind.
        var found = (from appointment in view.Appointments.Where(each => each.Day >= first && each.Day <= last && kinds.Contains(each.Kind) && Shown.Contains(each.Status))
                     join file in gate.Files(caller, view.Files) on appointment.Person equals file.Person
                     orderby appointment.Day, appointment.Minute, appointment.Person
                     select new { Appointment = appointment, File = file }).Take(Most).ToList();
        var planned = found.Where(each => each.Appointment.Status == (int)AppointmentStatus.Planned).ToLookup(each => (each.Appointment.Person, each.Appointment.Day), each => (AppointmentKind)each.Appointment.Kind);
        var (function, readsReception) = (caller.Function, caller.Function.MayRead(DataCategory.Reception));
        var (readsWishes, readsProcedure) = (WishesShown.MayRead(function), function.MayRead(DataCategory.Procedure));
        var movable = kinds.ToDictionary(each => each, each => AppointmentMove.Of((AppointmentKind)each, function));
        var rows = found.Select(each =>
        {
            var (one, file) = (each.Appointment, each.File);
            var isPlanned = one.Status == (int)AppointmentStatus.Planned;
            var read = isPlanned && readsProcedure ? ReadOf(one.Person, file.Version) : Read.Nothing;
            var isInterview = one.Kind == (int)AppointmentKind.Interview;
            return new AgendaRow(
                one.Person, named ? worklists.PersonOf(caller, file) : ShownPerson.None, (AppointmentKind)one.Kind, (AppointmentStatus)one.Status, new(one.Day), one.Minute, one.Centre ?? 0,
                readsReception ? file.Site : null, isPlanned ? ClashesOf(planned[(one.Person, one.Day)], (AppointmentKind)one.Kind, new(one.Day), readsReception ? moves.Of(one.Person, file.Version) : default) : [],
                isPlanned ? movable[one.Kind] : null)
            {
                Heard = readsWishes && isInterview ? read.Heard : null,
                Lawyer = read.Lawyer,
                OrderedBy = isInterview ? read.OrderedBy : null,
            };
        }).ToList();
        return
        [
            .. LawyersRoster.Marked(rows).Where(each => (asked.Kind is not { } kind || each.Kind == kind) && (asked.Centre is not { } centre || each.Centre == centre)),
        ];
    }

    /// <summary>How many appointments of what is asked stand on each day after one, on working days.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="law">The law of today, for working days.</param>
    /// <param name="days">How many days.</param>
    public ImmutableArray<(Day Day, int Count)> LoadAfter(Caller caller, AgendaAsked asked, Law law, int days)
    {
        var open = new List<Day>();
        for (var day = asked.Day.PlusDays(1); open.Count < days; day = day.PlusDays(1))
        {
            if (law.Calendar.IsWorkingDay(day))
            {
                open.Add(day);
            }
        }
        // Of what who looks moves: a court counts its sessions, the immigration service its interviews.
        int[] kinds = [.. AppointmentKinds.Of(caller.Function).Where(each => (asked.Kind is not { } kind || each == kind) && AppointmentMove.Of(each, caller.Function) is not null).Select(each => (int)each)];
        var (first, last, centre) = (open[0].Number, open[^1].Number, asked.Centre);
        using var view = store.Models.Look();
        var counts = (from appointment in view.Appointments.Where(each => each.Day >= first && each.Day <= last && kinds.Contains(each.Kind) && each.Status == (int)AppointmentStatus.Planned)
                      join file in gate.Files(caller, view.Files) on appointment.Person equals file.Person
                      where centre == null || (appointment.Centre ?? 0) == centre
                      group appointment by appointment.Day into of
                      select new { of.Key, Count = of.Count() }).ToDictionary(each => each.Key, each => each.Count);
        return [.. open.Select(day => (day, counts.GetValueOrDefault(day.Number)))];
    }

    /// <summary>Who is on which day of the general procedure, those whose last day comes first on top; whoever shows it records the looks.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="law">The law of today.</param>
    /// <param name="today">The chain's date.</param>
    public ImmutableArray<BoardRow> BoardOf(Caller caller, Law law, Day today)
    {
        var (last, first) = (today.Number, today.Number - BoardLooksBack);
        using var view = store.Models.Look();
        var files = gate.Files(caller, view.Files).Where(row => row.Presence == (int)Presences.Here && row.Application == (int)ApplicationStatus.Open && row.Track == (int)Track.General
            && row.InterviewedOn >= first && row.InterviewedOn <= last).OrderBy(row => row.InterviewedOn).ThenBy(row => row.Person).Take(Most).ToList();
        return
        [
            .. files.Select(row => (Row: row, On: DayOf(row, law, today))).Where(each => each.On is not null)
                .Select(each => new BoardRow(each.Row.Person, worklists.PersonOf(caller, each.Row), each.On!.Value.Day, each.On.Value.IsDone))
                .OrderBy(each => each.Day.LastDay.Number).ThenBy(each => each.Person),
        ];
    }

    private (ProcedureDayOf Day, bool IsDone)? DayOf(FileRow row, Law law, Day today)
    {
        LetGoBeyond(_days);
        return _days.GetOrAdd((row.Person, row.Version, today), each =>
        {
            var file = FileState.Read(store, new(StreamKind.CaseFile, each.Person)).File;
            return GeneralProcedures.DayOn(file, law, each.On) is { } day ? (day, IsDone(file.Procedure.Open!, day.Step)) : null;
        });
    }

    private static bool IsDone(ApplicationState application, Norms.Procedure.ProcedureStep step) => step switch
    {
        Norms.Procedure.ProcedureStep.Interview => application.InterviewedOn is not null,
        Norms.Procedure.ProcedureStep.Corrections => application.CorrectedOn is not null,
        Norms.Procedure.ProcedureStep.Intention => application.IntentionOn is not null,
        Norms.Procedure.ProcedureStep.View => application.ViewOn is not null,
        Norms.Procedure.ProcedureStep.Inquiry or Norms.Procedure.ProcedureStep.Decision => false,
    };

    internal static ImmutableArray<Text> ClashesOf(IEnumerable<AppointmentKind> sameDay, AppointmentKind own, Day on, (int? Site, Day? On) move)
    {
        var clashes = ImmutableArray.CreateBuilder<Text>();
        var others = sameDay.ToList();
        others.Remove(own);
        foreach (var other in others)
        {
            var name = AppointmentKinds.NameOf(other);
            clashes.Add(new($"dezelfde dag ook: {name.Dutch}", $"the same day also: {name.English}"));
        }
        if (move.On is { } moves && moves <= on)
        {
            var day = Text.Of(moves);
            clashes.Add(move.Site is { } site ? new($"verhuist op {day.Dutch} naar locatie {site}", $"moves to site {site} on {day.English}") : new($"verhuist op {day.Dutch}", $"moves on {day.English}"));
        }
        return clashes.ToImmutable();
    }

    private Read ReadOf(long person, int version)
    {
        LetGoBeyond(_read);
        return _read.GetOrAdd((person, version), each =>
        {
            var file = FileState.Read(store, new(StreamKind.CaseFile, each.Person)).File;
            return new(file.Circle.Lawyer, CourtOrders.LastDayOf(file.Procedure), WishesShown.HeardOf(file));
        });
    }

    private static void LetGoBeyond<TKey, TRead>(ConcurrentDictionary<TKey, TRead> kept)
        where TKey : notnull
    {
        if (kept.Count > MostKept)
        {
            kept.Clear();
        }
    }
    // What the calendar tells of a file that its row does not.
    private sealed record Read(int? Lawyer, Day? OrderedBy, InterviewWishes? Heard)
    {
        public static Read Nothing { get; } = new(null, null, null);
    }
}
