using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Acting;

/// <summary>On what something is done (onderwerp van een handeling): a file, a household, a site, or the policy on a country.</summary>
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

    /// <summary>Persons to choose from, where an act is about some of them; empty when a person is asked for by number.</summary>
    ImmutableArray<Choice> Persons => [];

    /// <summary>Address of the form of an act.</summary>
    /// <param name="offer">The act.</param>
    string AddressOf(ActOffer offer);

    /// <summary>Address of its page once something was done, which says what.</summary>
    /// <param name="accepted">What was done.</param>
    string HomeAfter(ActResult.Accepted accepted) => CasePages.HomeAfter(Home, Sight.Stream, accepted);

    /// <summary>What a link to a form fills in beforehand, beside days and numbers: name of the field, and value. Nothing about a person stands in an address.</summary>
    /// <param name="query">What stands in the address.</param>
    IEnumerable<(string Name, string Value)> KnownFrom(IQueryCollection query) => [];

    /// <summary>What happened, the latest first.</summary>
    /// <param name="after">Only what happened after this version.</param>
    IEnumerable<Happening> Timeline(int after = 0);

    /// <summary>What would follow from a command, or why it would be refused.</summary>
    /// <param name="command">The command.</param>
    /// <param name="law">The law of the day it is done.</param>
    /// <param name="on">The day it is done.</param>
    (ActPreview? Preview, Refusal? Refusal) Foresee(Command command, Law law, Day on);
}

/// <summary>Addresses of forms, by the command (adressen van formulieren).</summary>
public static class ActSubjects
{
    /// <summary>Address of the form of a command, with what is known already; null when who looks may not give it.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <param name="subject">On what.</param>
    /// <param name="known">What is known: name of the member, and value.</param>
    public static string? AddressOf<TCommand>(this IActSubject subject, params (string Member, object Value)[] known)
        where TCommand : Command => subject.AddressOf(typeof(TCommand), known);

    /// <summary>The same for a command that is known by its type.</summary>
    /// <param name="subject">On what.</param>
    /// <param name="command">The command.</param>
    /// <param name="known">What is known: name of the member, and value.</param>
    public static string? AddressOf(this IActSubject subject, Type command, params (string Member, object Value)[] known) =>
        subject.Offers.FirstOrDefault(each => each.Shape == command) is not { } offer ? null
            : subject.AddressOf(offer) + (known.Length == 0 ? "" : "?" + string.Join('&', known.SelectMany(each => TextsOf(each.Value).Select(text => $"{Words.OfField(each.Member)}={Uri.EscapeDataString(text)}"))));

    private static IEnumerable<string> TextsOf(object value) => value switch
    {
        Enum flags when flags.GetType().IsDefined(typeof(FlagsAttribute), false) => Words.OfFlags(flags),
        Enum one => [Words.OfValue(one)],
        _ => [string.Create(CultureInfo.InvariantCulture, $"{value}")],
    };
}
