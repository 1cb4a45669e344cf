using Schakel.Norms;

namespace Schakel.Chain.Registration;

/// <summary>Record the household as the person states it at registration (gezinssamenstelling). Who belongs to whom is the household's stream.</summary>
/// <param name="By">Officer who identifies, or who holds the registration interview.</param>
/// <param name="AdultsHere">Adult relatives who came along.</param>
/// <param name="MinorsHere">Minor relatives who came along.</param>
/// <param name="RelativesElsewhere">Relatives of the family left elsewhere, who may follow (nareis).</param>
public sealed record RecordComposition(Official By, int AdultsHere, int MinorsHere, int RelativesElsewhere)
    : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered =>
        OfficialRoles.AliensPolice | OfficialRoles.BorderGuard | OfficialRoles.HearingOfficer | OfficialRoles.ReceptionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>The household was stated (gezinssamenstelling vastgelegd).</summary>
/// <param name="AdultsHere">Adult relatives who came along.</param>
/// <param name="MinorsHere">Minor relatives who came along.</param>
/// <param name="RelativesElsewhere">Relatives left elsewhere.</param>
[EventName("composition-recorded", 1)]
public sealed record CompositionRecorded(
    [Category(DataCategory.Family)] int AdultsHere,
    [Category(DataCategory.Family)] int MinorsHere,
    [Category(DataCategory.Family)] int RelativesElsewhere) : RegistrationEvent;

/// <summary>The household as stated (gezinssamenstelling).</summary>
public static class Compositions
{
    private const int Most = 100;

    /// <summary>Less than nobody.</summary>
    public static readonly Refusal WrongNumber = new(
        "composition.wrong-number", "fact",
        "Een aantal gezinsleden ligt tussen nul en honderd.",
        "A number of relatives lies between none and a hundred.");

    /// <summary>Unaccompanied means without an adult.</summary>
    public static readonly Refusal NotAlone = new(
        "composition.not-alone", "REG-9",
        "Wie met een volwassen gezinslid kwam, is geen alleenstaande minderjarige; herstel eerst de inschrijving.",
        "Whoever came with an adult relative is no unaccompanied minor; put the registration right first.");

    internal static Decision Decide(CaseFile file, RecordComposition command, Day today) =>
        command.AdultsHere is < 0 or > Most || command.MinorsHere is < 0 or > Most || command.RelativesElsewhere is < 0 or > Most ? WrongNumber
        : command.AdultsHere > 0 && file.Registration.IsUnaccompaniedMinorOn(today) ? NotAlone
        : new CompositionRecorded(command.AdultsHere, command.MinorsHere, command.RelativesElsewhere);
}
