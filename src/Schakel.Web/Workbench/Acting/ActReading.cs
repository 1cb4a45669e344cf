using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Api;

namespace Schakel.Web.Workbench.Acting;

/// <summary>A form of which the questions are shown (formulier met vragen): of one file, or of several at once.</summary>
public interface ITyped
{
    /// <summary>Who looks.</summary>
    WorkVisit Visit { get; }

    /// <summary>Sites to choose from.</summary>
    ImmutableArray<Choice> Sites { get; }

    /// <summary>Persons to choose from; empty when a person is asked for by number.</summary>
    ImmutableArray<Choice> Persons => [];

    /// <summary>What was typed in a field.</summary>
    /// <param name="name">Name of the field.</param>
    string Typed(string name);

    /// <summary>Whether a choice was made.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="value">The choice.</param>
    bool IsChosen(string name, string value);
}

/// <summary>What a form asks (gelezen handeling).</summary>
/// <param name="What">The command, or the act on a household.</param>
/// <param name="On">The day of the act.</param>
/// <param name="Ground">The explanation.</param>
internal sealed record ReadAct(object What, Day On, string? Ground);

/// <summary>Reads an act from a form (lezen): the same shape and powers as in the interface; all that is wrong is told at once.</summary>
internal static class ActReading
{
    /// <summary>Reads it.</summary>
    public static (ReadAct? Read, FrozenDictionary<string, string> Faults) Of(WorkVisit visit, ActOffer offer, ImmutableArray<ActField> fields, IFormCollection sent)
    {
        var body = new JsonObject();
        foreach (var field in fields)
        {
            if (field.In(sent) is { } answer)
            {
                body[field.Name] = answer;
            }
        }
        var faults = new Faults(visit.InEnglish);
        var on = visit.Today;
        if (ActField.Cut(sent[ActBody.DayField].ToString()) is { Length: > 0 } typed && !Day.TryParse(typed, out on))
        {
            faults.Add(ActBody.DayField, "Geef een dag die bestaat.", "Give a day that exists.");
        }
        else if (on > visit.Today)
        {
            faults.Add(ActBody.DayField, "Deze dag moet nog komen.", "This day is yet to come.");
        }
        var ground = ActField.Cut(sent[ActBody.GroundField].ToString());
        if (ground.Length > Act.LongestGround)
        {
            faults.Add(ActBody.GroundField, $"Hooguit {Act.LongestGround} tekens.", $"At most {Act.LongestGround} characters.");
        }
        var what = CommandShape.Of(offer.Shape).Read(body, visit.Caller.Official, faults);
        if (what is Command read && offer.Resource?.Allows(visit.Caller.Function, read) == false)
        {
            faults.Add(fields.Select(each => each.Name).FirstOrDefault() ?? ActBody.DayField, "Uw functie is hiervoor niet bevoegd.", "Your function has no power for this.");
        }
        return what is null || faults.ByField.Count > 0
            ? (null, faults.ByField.ToFrozenDictionary(each => each.Key, each => PlainFault(visit, fields, sent, each.Key, each.Value)))
            : (new(what, on, ground.Length == 0 ? null : ground), FrozenDictionary<string, string>.Empty);
    }

    /// <summary>Sites to choose from, when one is asked for.</summary>
    public static ImmutableArray<Choice> SitesFor(WorkVisit visit, ImmutableArray<ActField> fields)
    {
        if (!fields.Any(each => each.IsSite))
        {
            return [];
        }
        using var view = visit.Http.RequestServices.GetRequiredService<ChainStore>().Models.Look();
        return
        [
            .. view.Sites.Where(each => each.IsOpen).OrderBy(each => each.Site).AsEnumerable().Select(each => new Choice(WorkVisit.Plain(each.Site), visit.Caller.Function.RunsSites
                ? visit.In($"{each.Site} · {Plain.Value((Modality)each.Modality, false)} · {each.Free} vrij", $"{each.Site} · {Plain.Value((Modality)each.Modality, true)} · {each.Free} free")
                : $"{each.Site} · {Plain.Value((Modality)each.Modality, visit.InEnglish)}")),
        ];
    }

    // The interface tells programs what form a value has; people are told to choose or to fill in.
    private static string PlainFault(WorkVisit visit, ImmutableArray<ActField> fields, IFormCollection sent, string name, string fault) =>
        fields.FirstOrDefault(each => each.Name == name) is not { } field ? fault
        : field.Parts.Any(part => part is { IsRequired: true, Asking: not Asking.Text } && part.In(sent, name + ".") is null) ? visit.In("Vul hier alles in.", "Fill in all of this.")
        : field.In(sent) is not null ? fault
        : field.Asking is Asking.One or Asking.Several or Asking.YesNo ? visit.In("Maak hier een keuze.", "Make a choice here.")
        : field.Asking == Asking.Day ? visit.In("Vul een dag in.", "Fill in a day.")
        : visit.In("Vul dit in.", "Fill this in.");
}
