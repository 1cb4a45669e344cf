namespace Schakel.Chain;

/// <summary>Something someone wants to do (opdracht). It holds what the doer says; what follows, <see cref="Decider"/> decides.</summary>
public abstract record Command;

/// <summary>A command on a person's case file (dossier).</summary>
public abstract record CaseCommand : Command
{
    /// <summary>In which presences of the person the command makes sense: by default whenever the file is open and the person in the country, findable or not.</summary>
    public virtual Presences For => Presences.Here | Presences.Gone;
}

/// <summary>A command on a household (huishouden).</summary>
public abstract record HouseholdCommand : Command;

/// <summary>A command on a reception site (locatie).</summary>
public abstract record SiteCommand : Command;

/// <summary>A command on the policy on a country (landenbeleid).</summary>
public abstract record PolicyCommand : Command;

/// <summary>A command that only a policy officer gives about the policy on a country: all but what the clock observes.</summary>
/// <param name="By">Policy officer.</param>
public abstract record PolicyOfficerCommand(Official By) : PolicyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.PolicyOfficer;
}
