using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Acting;

/// <summary>On what something is done (onderwerp van een handeling): a file, or the policy on a country.</summary>
public interface IActSubject
{
    /// <summary>Who acts.</summary>
    WorkVisit Visit { get; }

    /// <summary>What they see of it.</summary>
    Sight Sight { get; }

    /// <summary>Address of its page.</summary>
    string Home { get; }

    /// <summary>What the way back to its page is called.</summary>
    Text HomeName { get; }

    /// <summary>What its steps are called.</summary>
    Text StepsName { get; }

    /// <summary>What who acts may do on it.</summary>
    ImmutableArray<ActOffer> Offers { get; }

    /// <summary>Address of the form of an act.</summary>
    /// <param name="offer">The act.</param>
    string AddressOf(ActOffer offer);

    /// <summary>What happened, the latest first.</summary>
    /// <param name="after">Only what happened after this version.</param>
    IEnumerable<Happening> Timeline(int after = 0);

    /// <summary>What would follow from a command, or why it would be refused.</summary>
    /// <param name="command">The command.</param>
    /// <param name="law">The law of the day it is done.</param>
    /// <param name="on">The day it is done.</param>
    (ActPreview? Preview, Refusal? Refusal) Foresee(Command command, Law law, Day on);
}
