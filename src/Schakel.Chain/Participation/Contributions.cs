using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Participation;
using HouseholdFile = Schakel.Chain.Family.Household;
using Purse = Schakel.Norms.Participation.Household;

namespace Schakel.Chain.Participation;

/// <summary>Means of a household in a month, in cents (middelen).</summary>
/// <param name="LabourCents">Net labour income.</param>
/// <param name="OtherCents">Other income.</param>
/// <param name="AssetsCents">Assets at the start of the month.</param>
public readonly record struct MonthlyMeans(long LabourCents, long OtherCents, long AssetsCents);

/// <summary>
/// Assess the own contribution of a household for a month (eigen bijdrage vaststellen; Reba). The officer states the means; the amount is
/// the law's (<see cref="OwnContribution"/>).
/// </summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Means">The household's means.</param>
/// <param name="WeeksWorked">Weeks worked in the last 52, this month included.</param>
public sealed record AssessContribution(Official By, Day Month, MonthlyMeans Means, int WeeksWorked) : ParticipationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>The own contribution was assessed (eigen bijdrage vastgesteld). Means are not kept: only what is owed.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Cents">What is owed; zero is an answer too.</param>
/// <param name="By">Who assessed it.</param>
[EventName("contribution-assessed", 1)]
public sealed record ContributionAssessed(
    [Category(DataCategory.Participation)] Day Month,
    [Category(DataCategory.Participation)] long Cents,
    [Category(DataCategory.Participation)] Official By) : ParticipationEvent;

/// <summary>Own contribution to reception (eigen bijdrage).</summary>
public static class Contributions
{
    private const int MostPersons = 20;
    private const int WeeksInYear = 52;
    private const long MostCents = 100_000_000_00;

    /// <summary>Not in reception.</summary>
    public static readonly Refusal NotInReception = new(
        "contribution.not-in-reception", "Rva 20",
        "Een eigen bijdrage is er alleen voor wie in de opvang verblijft.",
        "An own contribution is only for someone in reception.");

    /// <summary>No first day of a month that has begun.</summary>
    public static readonly Refusal NoMonth = new(
        "contribution.no-month", "own-contribution",
        "De eigen bijdrage geldt voor een maand die is begonnen; geef de eerste dag ervan.",
        "The own contribution is for a month that has begun; give its first day.");

    /// <summary>Negative, or beyond belief.</summary>
    public static readonly Refusal NoMeans = new(
        "contribution.no-means", "fact",
        "De middelen of gewerkte weken kunnen niet kloppen.",
        "The means or weeks worked cannot be right.");

    /// <summary>Assessed before.</summary>
    public static readonly Refusal AlreadyAssessed = new(
        "contribution.already-assessed", "own-contribution",
        "Voor deze maand is de eigen bijdrage al vastgesteld.",
        "The own contribution for this month has been assessed already.");

    internal static Decision Decide(CaseFile file, HouseholdFile household, AssessContribution command, Law law, Day today)
    {
        if (file.Reception.Site is null)
        {
            return NotInReception;
        }
        if (command.Month.Parts.Day != 1 || command.Month > today)
        {
            return NoMonth;
        }
        if (!IsPossible(command.Means.LabourCents) || !IsPossible(command.Means.OtherCents) || !IsPossible(command.Means.AssetsCents)
            || command.WeeksWorked is < 0 or > WeeksInYear)
        {
            return NoMeans;
        }
        if (file.Participation.ContributionMonths.Contains(command.Month))
        {
            return AlreadyAssessed;
        }
        var none = default(NoTrace);
        var means = new Means(command.Means.LabourCents / 100m, command.Means.OtherCents / 100m, command.Means.AssetsCents / 100m);
        var euro = OwnContribution.Monthly(
            law, command.Month, PurseOf(file, household, command.Month), means, file.Procedure.Permit is not null, command.WeeksWorked, ref none);
        return new ContributionAssessed(command.Month, (long)(euro * 100m), command.By);
    }

    private static bool IsPossible(long cents) => cents is >= 0 and <= MostCents;

    // Adults and unaccompanied minors eat as adults (Rva 14).
    private static Purse PurseOf(CaseFile file, HouseholdFile household, Day month)
    {
        if (household.Members.IsEmpty)
        {
            return IsChild(file.Registration.Role, file.Registration.Born, month) ? new(0, 1) : new(1, 0);
        }
        var children = 0;
        foreach (var member in household.Members)
        {
            children += IsChild(member.Role, member.Born, month) ? 1 : 0;
        }
        return new(Math.Min(MostPersons, household.Members.Length - children), Math.Min(MostPersons, children));
    }

    private static bool IsChild(FamilyRole role, Day born, Day month) => role != FamilyRole.UnaccompaniedMinor && Age.IsMinor(born, month);
}
