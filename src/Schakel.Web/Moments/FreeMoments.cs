using System.Collections.Immutable;
using System.Text.Json;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Api;

namespace Schakel.Web.Moments;

/// <summary>A day on which a centre has places for interviews that applicants choose themselves (vrije gehoordag).</summary>
/// <param name="Centre">Number of the centre.</param>
/// <param name="Day">The day.</param>
/// <param name="Places">How many people may choose it.</param>
/// <param name="By">Who published it: function and number, or where it comes from.</param>
public sealed record PublishedDay(int Centre, Day Day, int Places, string By);

/// <summary>A published day, and how many of its places are used (stand).</summary>
/// <param name="Published">The day.</param>
/// <param name="Taken">Places in use.</param>
public readonly record struct FreeDay(PublishedDay Published, int Taken)
{
    /// <summary>Places that are free.</summary>
    public int Free => Math.Max(0, Published.Places - Taken);
}

/// <summary>
/// The days that planners publish for applicants to choose from (vrije gehoordagen), in one small file that is put in its place whole. Who uses a
/// place is told by the files alone: somebody who chose a day uses it for as long as their interview stands there, so that a planner who moves
/// the interview frees the place, and a program that fell between two writes leaves none used by nobody. Choosing goes one at a time.
/// </summary>
public sealed class FreeMoments : IDisposable
{
    /// <summary>Most places of a day at a centre.</summary>
    public const int MostPlaces = 50;

    /// <summary>Most days that are kept: two years at some centres.</summary>
    public const int MostDays = 5000;

    /// <summary>Days for which what was published or chosen is kept after its own day.</summary>
    public const int DaysKept = 365;

    /// <summary>Somebody else was first, or the day is not offered.</summary>
    public static readonly Refusal NoPlace = new(
        "interview-choice.no-place", "fact",
        "Op {0} is geen plaats meer vrij. Kies een andere dag.",
        "On {0} no place is free any more. Choose another day.");

    private readonly string _path;
    private readonly ChainStore _store;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Kept _kept;

    /// <summary>Opens what was published before.</summary>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="store">The files, which tell who uses a place.</param>
    /// <exception cref="JsonException">The file is not as it was written.</exception>
    public FreeMoments(string folder, ChainStore store)
    {
        (_path, _store) = (Path.Combine(folder, "dagen.json"), store);
        _kept = File.Exists(_path) ? Read(File.ReadAllBytes(_path)) : new([], []);
    }

    /// <summary>Whether anything is published from a day on.</summary>
    /// <param name="from">The first day.</param>
    public bool HasFrom(Day from) => Volatile.Read(ref _kept).Days.Any(each => each.Day >= from);

    /// <summary>What is published from a day on, by day and centre.</summary>
    /// <param name="from">The first day.</param>
    public async Task<ImmutableArray<FreeDay>> FromAsync(Day from)
    {
        var kept = Volatile.Read(ref _kept);
        var ahead = kept.Chosen.Where(each => each.Day >= from).ToList();
        var files = await _store.Desk.LookAsync([.. ahead.Select(each => each.Stream).Distinct()]).ConfigureAwait(false); // From memory: there may be thousands.
        var taken = ahead.Where(each => StandsIn((CaseFile)files[each.Stream], each)).GroupBy(each => (each.Centre, each.Day)).ToDictionary(each => each.Key, each => each.Count());
        return [.. Ordered(kept, from).Select(each => new FreeDay(each, taken.GetValueOrDefault((each.Centre, each.Day))))];
    }

    /// <summary>The days that somebody may choose today: a place is free, and their file allows it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The chain's date.</param>
    /// <param name="most">Most days to offer, the nearest.</param>
    public ImmutableArray<FreeDay> For(CaseFile file, Law law, Day today, int most) =>
    [
        .. Ordered(Volatile.Read(ref _kept), today.PlusDays(1)).Where(each => InterviewChoices.Against(file, each.Day, law, today) is null)
            .Select(each => new FreeDay(each, TakenOn(each))).Where(each => each.Free > 0).Take(most),
    ];

    /// <summary>Publishes days, each with so many places; no places takes the day back. Who chose it already keeps it.</summary>
    /// <param name="days">The days.</param>
    /// <returns>Whether they fit in what is kept; nothing is changed when not.</returns>
    public async Task<bool> PublishAsync(IReadOnlyCollection<PublishedDay> days)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var changed = days.Select(each => (each.Centre, each.Day)).ToHashSet();
            ImmutableArray<PublishedDay> all = [.. _kept.Days.Where(each => !changed.Contains((each.Centre, each.Day))).Concat(days.Where(each => each.Places > 0))];
            if (all.Length > MostDays)
            {
                return false;
            }
            Write(_kept with { Days = all });
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Does an act by which somebody chooses a day, when a place is free on it. Two never take the last one.</summary>
    /// <param name="act">The act: one command, on one file.</param>
    /// <param name="choice">The command in it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<ActResult> TakeAsync(Act act, ChooseInterviewDay choice, CancellationToken cancellation)
    {
        var person = act.Commands[0].Stream.Number;
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (await _store.FindAnswerAsync(act).ConfigureAwait(false) is { } before)
            {
                return before;
            }
            var chosen = new Chosen(person, choice.Centre.Value, choice.InterviewOn);
            var day = _kept.Days.FirstOrDefault(each => each.Centre == chosen.Centre && each.Day == chosen.Day);
            if (day is null || TakenOn(day) >= day.Places)
            {
                return new ActResult.Refused(NoPlace.On(choice.InterviewOn), default, -1);
            }
            // Known before it is done: a place that is written down and not used counts for nobody, one that is used and not written down would.
            Write(_kept with { Chosen = [.. _kept.Chosen.Where(each => each != chosen && Stands(each)), chosen] });
            return await _store.Desk.DoAsync(act, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Forgets what is over: choices of whose interview does not stand on that day any more, among them everybody whose file was erased, and days of more than
    /// <see cref="DaysKept"/> days ago with who chose them.
    /// </summary>
    /// <param name="today">The chain's date.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task ForgetAsync(Day today, CancellationToken cancellation)
    {
        var first = today.PlusDays(-DaysKept);
        var over = Volatile.Read(ref _kept).Chosen.Where(each => each.Day < first || !Stands(each)).ToHashSet(); // Before it is our turn: there may be thousands, and nobody waits.
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ImmutableArray<PublishedDay> days = [.. _kept.Days.Where(each => each.Day >= first)];
            ImmutableArray<Chosen> chosen = [.. _kept.Chosen.Where(each => !over.Contains(each) || (each.Day >= first && Stands(each)))]; // Looked at before its act was done, it stands now.
            if (days.Length < _kept.Days.Length || chosen.Length < _kept.Chosen.Length)
            {
                Write(new(days, chosen));
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private int TakenOn(PublishedDay day) => Volatile.Read(ref _kept).Chosen.Count(each => each.Centre == day.Centre && each.Day == day.Day && Stands(each));

    private bool Stands(Chosen chosen) => StandsIn(FileState.Read(_store, chosen.Stream).File, chosen);

    private static bool StandsIn(CaseFile file, Chosen chosen) =>
        file.Procedure.Application is { } application && (application.PlannedFor == chosen.Day || application.InterviewedOn == chosen.Day);

    private static IEnumerable<PublishedDay> Ordered(Kept kept, Day from) => kept.Days.Where(each => each.Day >= from).OrderBy(each => each.Day).ThenBy(each => each.Centre);

    private void Write(Kept kept)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var file = new KeptFile(
            [.. kept.Days.Select(each => new KeptDay(each.Centre, each.Day.ToString(), each.Places, each.By))],
            [.. kept.Chosen.Select(each => new KeptChoice(each.Person, each.Centre, each.Day.ToString()))]);
        DurableFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(file), onlyForOwner: true);
        Volatile.Write(ref _kept, kept);
    }

    private static Kept Read(byte[] content)
    {
        var file = JsonSerializer.Deserialize<KeptFile>(content) ?? throw new JsonException("The free days for interviews are empty.");
        return new(
            [.. file.Days.Select(each => new PublishedDay(each.Centre, DayOf(each.Day), each.Places, each.By))],
            [.. file.Chosen.Select(each => new Chosen(each.Person, each.Centre, DayOf(each.Day)))]);
    }

    private static Day DayOf(string text) => Day.TryParse(text, out var day) ? day : throw new JsonException($"Free days for interviews: `{text}` is no day.");

    private sealed record Chosen(long Person, int Centre, Day Day)
    {
        public StreamId Stream => new(StreamKind.CaseFile, Person);
    }

    private sealed record Kept(ImmutableArray<PublishedDay> Days, ImmutableArray<Chosen> Chosen);

    private sealed record KeptFile(KeptDay[] Days, KeptChoice[] Chosen);

    private sealed record KeptDay(int Centre, string Day, int Places, string By);

    private sealed record KeptChoice(long Person, int Centre, string Day);
}
