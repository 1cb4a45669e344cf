using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>A command of the family room.</summary>
public abstract record FamilyCommand : CaseCommand;

/// <summary>An event of the family room.</summary>
public abstract record FamilyEvent : ChainEvent;

/// <summary>The family room: hands each command and event to its subject.</summary>
internal static class FamilyRoom
{
    internal static Decision Decide(CaseFile file, FamilyCommand command, Law law, Day today) => command switch
    {
        RequestReunification or DecideReunification or ReceiveReunificationNotice => Reunification.Decide(file, command, law, today),
        AskReunificationDocuments act => TieResearch.Decide(file, act, today),
        ReceiveReunificationDocuments => TieResearch.Receive(file, today),
        BeginTieResearch act => TieResearch.Decide(file, act),
        ConcludeTieResearch act => TieResearch.Decide(file, act),
        CollectEntryVisas act => FamilyArrivals.Decide(file, act, law, today),
        AnnounceFamilyTravel act => FamilyArrivals.Decide(file, act, law, today),
        ReportFamilyArrival => FamilyArrivals.Report(file, law, today),
        ChangeHousehold act => HouseholdChanges.Decide(file, act, today),
        ChangeGuardian act => Guardianship.Decide(file, act, today),
        EndGuardianship act => Guardianship.Decide(file, act, today),
        NameLawyer act => Counsel.Decide(file, act, law, today),
        ChangeLawyer act => Counsel.Decide(file, act, law, today),
        WithdrawLawyer => Counsel.Withdraw(file),
        BeginSupport act => Support.Decide(file, act),
        EndSupport act => Support.Decide(file, act),
        NameTrustedHelper act => Support.Decide(file, act),
        DismissTrustedHelper act => Support.Decide(file, act),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static CaseFile Evolve(CaseFile file, FamilyEvent happened, Day on) => happened switch
    {
        HouseholdChanged changed => file with
        {
            Registration = file.Registration with { Household = changed.Household, Role = changed.Role },
        },
        GuardianChanged changed => file with { Circle = file.Circle with { Guardian = changed.Guardian } },
        GuardianshipEnded => file with
        {
            Circle = file.Circle with { Guardian = null },
            Guidance = file.Guidance with { GuardianOn = null },
        },
        LawyerNamed named => file with { Circle = file.Circle with { Lawyer = named.Lawyer } },
        LawyerChanged changed => file with { Circle = file.Circle with { Lawyer = changed.Lawyer } },
        LawyerWithdrawn => file with
        {
            Circle = file.Circle with { Lawyer = null },
            Guidance = file.Guidance with { LawyerFor = 0 },
        },
        SupportBegun begun => file with { Circle = file.Circle with { Support = file.Circle.Support | begun.Organisation } },
        SupportEnded ended => file with { Circle = file.Circle with { Support = file.Circle.Support & ~ended.Organisation } },
        TrustedHelperNamed named => file with { Circle = file.Circle with { Helpers = file.Circle.Helpers.SetItem(named.Helper, named.Tasks) } },
        TrustedHelperDismissed dismissed => file with { Circle = file.Circle with { Helpers = file.Circle.Helpers.Remove(dismissed.Helper) } },
        _ => file with { Family = Reunification.Evolve(file.Family, happened, on) },
    };
}
