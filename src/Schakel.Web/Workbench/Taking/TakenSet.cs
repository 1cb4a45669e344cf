using System.Collections.Immutable;
using Schakel.Norms;

namespace Schakel.Web.Workbench.Taking;

/// <summary>Why work is handed over (reden van overdracht): a word of this list. Words of one's own would be about somebody, and nobody would keep the rules of such words.</summary>
public enum HandOverReason
{
    /// <summary>Away for some time (afwezig).</summary>
    Absence = 0,
    /// <summary>Too much work (te veel werk).</summary>
    Workload,
    /// <summary>It asks for who knows something else (andere deskundigheid nodig).</summary>
    OtherExpertise,
    /// <summary>One knows the person, or has something to do with them (betrokken bij de persoon).</summary>
    Involved,
    /// <summary>Another reason (anders).</summary>
    Other,
}

/// <summary>Why work is not taken up, given back or handed over (fout).</summary>
public enum TakeFault
{
    /// <summary>No row was chosen.</summary>
    NobodyChosen = 0,
    /// <summary>More rows were chosen than one may at once.</summary>
    TooMany,
    /// <summary>It is not said what is to be done.</summary>
    NothingChosen,
    /// <summary>A colleague has it.</summary>
    Taken,
    /// <summary>It is not one's own to give back or to hand over.</summary>
    NotYours,
    /// <summary>One has as much as one may have.</summary>
    Full,
    /// <summary>The colleague has as much as one may have.</summary>
    ColleagueFull,
    /// <summary>No number of a colleague was given.</summary>
    NoColleague,
    /// <summary>The number is one's own.</summary>
    Yourself,
    /// <summary>No reason was given.</summary>
    NoReason,
    /// <summary>There is nothing to undo, or something else was done with these files since.</summary>
    NothingToUndo,
}

/// <summary>That somebody has taken up a file (opgepakt), within one function. It holds numbers and days: no name, and nothing that was typed.</summary>
/// <param name="Number">Personnel number of who has it.</param>
/// <param name="Since">Number of the day since when.</param>
/// <param name="Renewed">Number of the day on which it was taken up last, so that it goes on.</param>
/// <param name="From">Personnel number of who handed it over; absent when nobody did.</param>
/// <param name="Reason">Why it was handed over; absent when it was not.</param>
public sealed record TakeUp(int Number, int Since, int Renewed, int? From = null, HandOverReason? Reason = null)
{
    /// <summary>For how many days it stands when it is not renewed. No rule says so: an assumption, long enough for a week away and short enough that nothing lies forgotten for long.</summary>
    public const int StandsFor = 14;

    /// <summary>Whether it still stands: through the fourteenth day after it was taken up last.</summary>
    /// <param name="today">The chain's date.</param>
    public bool StandsOn(Day today) => today.Number - Renewed <= StandsFor;
}

/// <summary>
/// What the officials of one function have taken up (opgepakte zaken): a file by one of them at most. Pure, so that each change is a new set, or
/// is none with the reason. It decides nothing about who may see or do what (decision 0028).
/// </summary>
/// <param name="Files">Who has it, by number of the file.</param>
public sealed record TakenSet(ImmutableDictionary<long, TakeUp> Files)
{
    /// <summary>Most files that one official has: whoever has more cannot be said to have taken them up.</summary>
    public const int Most = 200;

    /// <summary>Nobody has taken up anything.</summary>
    public static TakenSet Empty { get; } = new(ImmutableDictionary<long, TakeUp>.Empty);

    /// <summary>Who has a file; null when nobody has.</summary>
    /// <param name="person">Number of the file.</param>
    public TakeUp? Of(long person) => Files.GetValueOrDefault(person);

    /// <summary>The files of an official.</summary>
    /// <param name="number">Their number.</param>
    public IEnumerable<long> By(int number) => Files.Where(each => each.Value.Number == number).Select(each => each.Key);

    /// <summary>What of it still stands.</summary>
    /// <param name="today">The chain's date.</param>
    public TakenSet On(Day today) => With(Files.RemoveRange(Files.Where(each => !each.Value.StandsOn(today)).Select(each => each.Key)));

    /// <summary>Takes up files, and renews one's own. What a colleague has stays theirs; it is refused when that is all of them.</summary>
    /// <param name="persons">Numbers of the files.</param>
    /// <param name="number">Who takes them up.</param>
    /// <param name="today">The chain's date.</param>
    public (TakenSet? Set, TakeFault? Fault) Take(IReadOnlyCollection<long> persons, int number, Day today)
    {
        var free = persons.Where(each => Of(each) is not { } held || held.Number == number).ToList();
        return free.Count == 0 ? (null, TakeFault.Taken)
            : Within(Files.SetItems(free.Select(each => KeyValuePair.Create(each, Of(each) is { } own ? own with { Renewed = today.Number } : Anew(number, today)))), number, TakeFault.Full);
    }

    /// <summary>Takes up files, also those that a colleague has.</summary>
    /// <param name="persons">Numbers of the files.</param>
    /// <param name="number">Who takes them over.</param>
    /// <param name="today">The chain's date.</param>
    public (TakenSet? Set, TakeFault? Fault) TakeOver(IReadOnlyCollection<long> persons, int number, Day today) =>
        Within(Files.SetItems(persons.Where(each => Of(each)?.Number != number).Select(each => KeyValuePair.Create(each, Anew(number, today)))), number, TakeFault.Full);

    /// <summary>Gives back one's own among these files.</summary>
    /// <param name="persons">Numbers of the files.</param>
    /// <param name="number">Who gives them back.</param>
    public (TakenSet? Set, TakeFault? Fault) GiveBack(IReadOnlyCollection<long> persons, int number)
    {
        var own = persons.Where(each => Of(each)?.Number == number).ToList();
        return own.Count == 0 ? (null, TakeFault.NotYours) : (new(Files.RemoveRange(own)), null);
    }

    /// <summary>Hands over one's own among these files to a colleague.</summary>
    /// <param name="persons">Numbers of the files.</param>
    /// <param name="number">Who hands them over.</param>
    /// <param name="colleague">To whom; absent when no number was given.</param>
    /// <param name="reason">Why; absent when nothing was chosen.</param>
    /// <param name="today">The chain's date.</param>
    public (TakenSet? Set, TakeFault? Fault) HandOver(IReadOnlyCollection<long> persons, int number, int? colleague, HandOverReason? reason, Day today)
    {
        var own = persons.Where(each => Of(each)?.Number == number).ToList();
        return own.Count == 0 ? (null, TakeFault.NotYours)
            : colleague is not { } other ? (null, TakeFault.NoColleague)
            : other == number ? (null, TakeFault.Yourself)
            : reason is null ? (null, TakeFault.NoReason)
            : Within(Files.SetItems(own.Select(each => KeyValuePair.Create(each, Anew(other, today) with { From = number, Reason = reason }))), other, TakeFault.ColleagueFull);
    }

    /// <summary>Puts files back as they were, when nobody did anything with them since.</summary>
    /// <param name="files">What was done with each.</param>
    public (TakenSet? Set, TakeFault? Fault) Undo(IReadOnlyCollection<TakenStep> files)
    {
        if (files.Any(each => Of(each.Person) != each.After))
        {
            return (null, TakeFault.NothingToUndo);
        }
        var before = Files.RemoveRange(files.Where(each => each.Before is null).Select(each => each.Person))
            .SetItems(files.Where(each => each.Before is not null).Select(each => KeyValuePair.Create(each.Person, each.Before!)));
        return files.Any(each => each.Before is { } was && IsTooMany(before, was.Number)) ? (null, TakeFault.NothingToUndo) : (With(before), null);
    }

    private static TakeUp Anew(int number, Day today) => new(number, today.Number, today.Number);

    private (TakenSet? Set, TakeFault? Fault) Within(ImmutableDictionary<long, TakeUp> files, int number, TakeFault full) => IsTooMany(files, number) ? (null, full) : (With(files), null);

    private bool IsTooMany(ImmutableDictionary<long, TakeUp> files, int number) => files.Values.Count(each => each.Number == number) is > Most and var many && many > By(number).Count();

    // What changes nothing is the same set.
    private TakenSet With(ImmutableDictionary<long, TakeUp> files) => ReferenceEquals(files, Files) ? this : new(files);
}

/// <summary>What was done with one file (stap).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Before">Who had it before; absent when nobody had.</param>
/// <param name="After">Who has it since; absent when nobody has.</param>
public sealed record TakenStep(long Person, TakeUp? Before, TakeUp? After);
