using Schakel.Norms;

namespace Schakel.Web.Workbench.Taking;

/// <summary>That a row's file is taken up, as a list tells it (opgepakt).</summary>
/// <param name="Words">By whom and since when.</param>
/// <param name="IsOwn">By who looks.</param>
public sealed record ShownTaking(Text Words, bool IsOwn)
{
    /// <summary>As a list tells it to an official; null when nobody has it.</summary>
    /// <param name="held">Who has it.</param>
    /// <param name="number">Number of who looks.</param>
    public static ShownTaking? Of(TakeUp? held, int number) => held is null ? null : held.Number == number ? new(new("opgepakt door u", "taken up by you"), true)
        : new(new($"opgepakt door collega {WorkVisit.Plain(held.Number)}, {Text.Of(new Day(held.Since)).Dutch}", $"taken up by colleague {WorkVisit.Plain(held.Number)}, {Text.Of(new Day(held.Since)).English}"), false);
}

/// <summary>What is said of taking up work (teksten).</summary>
internal static class TakeWords
{
    /// <summary>A reason as a form sends it.</summary>
    public static string CodeOf(HandOverReason reason) => reason switch
    {
        HandOverReason.Absence => "afwezig",
        HandOverReason.Workload => "te-veel-werk",
        HandOverReason.OtherExpertise => "andere-deskundigheid",
        HandOverReason.Involved => "betrokken",
        HandOverReason.Other => "anders",
    };

    /// <summary>The reason that a form sent; null when it is none of the list.</summary>
    public static HandOverReason? ReasonOf(string? code) => Enum.GetValues<HandOverReason>().Where(each => CodeOf(each) == code).Select(each => (HandOverReason?)each).FirstOrDefault();

    /// <summary>A reason in words.</summary>
    public static Text Of(HandOverReason reason) => reason switch
    {
        HandOverReason.Absence => new("afwezig", "absence"),
        HandOverReason.Workload => new("te veel werk", "workload"),
        HandOverReason.OtherExpertise => new("andere deskundigheid nodig", "other expertise needed"),
        HandOverReason.Involved => new("betrokken bij de persoon", "personally involved"),
        HandOverReason.Other => new("anders", "other"),
    };

    /// <summary>What is wrong, and what to do.</summary>
    public static Text Of(TakeFault fault) => fault switch
    {
        TakeFault.NobodyChosen => new("Kies ten minste één regel van de werklijst.", "Choose at least one row of the worklist."),
        TakeFault.TooMany => new($"Kies hooguit {Together.BulkActs.Most} regels tegelijk.", $"Choose at most {Together.BulkActs.Most} rows at once."),
        TakeFault.NothingChosen => new("Kies wat u wilt doen: oppakken, teruggeven of overdragen.", "Choose what you want to do: take up, give back or hand over."),
        TakeFault.Taken => new("Een collega heeft dit al opgepakt. Neem het alleen over als u dat samen afsprak, of als de collega er niet is.", "A colleague has taken this up already. Take it over only when you agreed on that, or when the colleague is away."),
        TakeFault.NotYours => new("Dit hebt u niet opgepakt; een collega nam het over, of het is na veertien dagen vrijgekomen.", "You have not taken this up; a colleague took it over, or it came free after fourteen days."),
        TakeFault.Full => new($"U kunt hooguit {TakenSet.Most} zaken opgepakt hebben. Geef er eerst enkele terug.", $"You can have taken up at most {TakenSet.Most} files. Give some back first."),
        TakeFault.ColleagueFull => new($"Deze collega heeft al {TakenSet.Most} zaken opgepakt, en meer kan niet. Kies een andere collega, of geef de zaak terug.", $"This colleague has taken up {TakenSet.Most} files already, and more is not possible. Choose another colleague, or give the file back."),
        TakeFault.NoColleague => new("Geef het nummer van een collega: alleen cijfers.", "Give the number of a colleague: digits only."),
        TakeFault.Yourself => new("Dit is uw eigen nummer. Geef het nummer van een collega.", "This is your own number. Give the number of a colleague."),
        TakeFault.NoReason => new("Kies waarom u de zaak overdraagt.", "Choose why you hand the file over."),
        TakeFault.NothingToUndo => new("Dit kan niet meer ongedaan worden gemaakt: er is intussen iets anders mee gedaan.", "This can no longer be undone: something else was done with it meanwhile."),
    };

    /// <summary>What was done.</summary>
    public static Text Of(TakeChange change) => change.Kind switch
    {
        TakeKind.Taken when change.Files.All(each => each.Before is not null) => new($"{Files(change).Dutch} opnieuw opgepakt, voor veertien dagen.", $"{Files(change).English} taken up anew, for fourteen days."),
        TakeKind.Taken => new($"{Files(change).Dutch} opgepakt.", $"{Files(change).English} taken up."),
        TakeKind.TakenOver => new($"{Files(change).Dutch} overgenomen.", $"{Files(change).English} taken over."),
        TakeKind.GivenBack => new($"{Files(change).Dutch} teruggegeven.", $"{Files(change).English} given back."),
        TakeKind.HandedOver => new($"{Files(change).Dutch} overgedragen aan collega {ColleagueOf(change)}.", $"{Files(change).English} handed over to colleague {ColleagueOf(change)}."),
        TakeKind.Undone => new("Ongedaan gemaakt.", "Undone."),
    };

    /// <summary>That somebody has a file since a day, for a list of those.</summary>
    public static Text Held(TakenStep step) => new(
        $"zaak {WorkVisit.Plain(step.Person)}: collega {WorkVisit.Plain(step.After!.Number)}, sinds {Text.Of(new Day(step.After.Since)).Dutch}",
        $"case {WorkVisit.Plain(step.Person)}: colleague {WorkVisit.Plain(step.After.Number)}, since {Text.Of(new Day(step.After.Since)).English}");

    private static Text Files(TakeChange change) => Text.Of(change.Files.Length, new("zaak", "file"), new("zaken", "files"));

    private static string ColleagueOf(TakeChange change) => WorkVisit.Plain(change.Files.Select(each => each.After?.Number ?? 0).FirstOrDefault());
}
