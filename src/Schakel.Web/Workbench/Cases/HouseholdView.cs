using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Workbench.Acting;

namespace Schakel.Web.Workbench.Cases;

/// <summary>
/// A household as forms act on it (huishouden): the ties between its members, from the file by which one came. Of another member it tells no
/// more than that they belong together and, to whom that file is open, who they are (red line 5).
/// </summary>
/// <param name="File">The file by which one came.</param>
/// <param name="Sight">What is seen of the household.</param>
public sealed record HouseholdView(CaseView File, Sight Sight) : IActSubject
{
    /// <inheritdoc/>
    public WorkVisit Visit => File.Visit;

    /// <inheritdoc/>
    public string Home => File.Home;

    /// <inheritdoc/>
    public Text HomeName => File.HomeName;

    /// <inheritdoc/>
    public Text StepsName => File.StepsName;

    /// <inheritdoc/>
    public ImmutableArray<ActOffer> Offers => ActOffer.On(StreamKind.Household, Visit.Caller.Function);

    /// <inheritdoc/>
    public ImmutableArray<Choice> Persons =>
        [.. Concerned(Sight.State.Household).Select(person => new Choice(WorkVisit.Plain(person), NameOf(File, person) is { Length: > 0 } name ? $"{name} · {NumberOf(person)}" : NumberOf(person)))];

    /// <inheritdoc/>
    public string AddressOf(ActOffer offer) => WorkPaths.OfHousehold(File.Person, offer.Path);

    /// <inheritdoc/>
    public string HomeAfter(ActResult.Accepted accepted) => CasePages.HomeAfter(Home, Sight.Stream, accepted, DoneField);

    /// <inheritdoc/>
    public IEnumerable<(string Name, string Value)> KnownFrom(IQueryCollection query) =>
        int.TryParse(query[WorkPaths.NumberField], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Sight.State.Household.Links.ElementAtOrDefault(number - 1) is { Person.Value: > 0 } tie
            ? [(Words.OfField(nameof(tie.Person)), WorkVisit.Plain(tie.Person.Value)), (Words.OfField(nameof(tie.Link)), Words.OfValue(tie.Link)), (Words.OfField(nameof(tie.To)), WorkVisit.Plain(tie.To.Value))]
            : [];

    /// <inheritdoc/>
    public IEnumerable<Happening> Timeline(int after = 0) => Happenings.Of(Visit, Sight, after);

    /// <inheritdoc/>
    public (ActPreview? Preview, Refusal? Refusal) Foresee(Command command, Law law, Day on) => ActPreview.Of(File, Sight.State.Household, (HouseholdCommand)command, on);

    /// <summary>Field of an address that says which event of the household was just recorded.</summary>
    public const string DoneField = "gezin";

    /// <summary>Opens the household of a file; null when it may not be seen.</summary>
    /// <param name="file">The file; null when that may not be seen.</param>
    public static HouseholdView? Open(CaseView? file)
    {
        if (file is null || !file.Sight.MayRead(DataCategory.Family))
        {
            return null;
        }
        var (visit, services) = (file.Visit, file.Visit.Http.RequestServices);
        var looking = Looking.Of(visit.Http, services.GetRequiredService<LookLog>());
        if (services.GetRequiredService<Gate>().Open(visit.Caller, StreamId.Of(file.File.Registration.Household), looking) is not { } sight || !sight.MayRead(DataCategory.Family))
        {
            return null;
        }
        // Who left is no member any more, and still stands in the ties that are shown.
        looking.Add(visit.Caller, Concerned(sight.State.Household), sight.Purpose);
        return new(file, sight);
    }

    /// <summary>Address of the form of a command on ties, from a file; null when who looks may not give it, or there is nobody to have a tie with.</summary>
    /// <param name="file">The file.</param>
    /// <param name="command">The command.</param>
    /// <param name="tie">Which of the household's ties, from 1; absent when none is known.</param>
    public static string? AddressOf(CaseView file, Type command, int? tie = null) =>
        file.Members.IsEmpty || ActOffer.On(StreamKind.Household, file.Visit.Caller.Function).FirstOrDefault(each => each.Shape == command) is not { } offer ? null
            : WorkPaths.OfHousehold(file.Person, offer.Path) + (tie is { } number ? $"?{WorkPaths.NumberField}={WorkVisit.Plain(number)}" : "");

    /// <summary>The ties between those whom a file's page shows, with their number among the household's.</summary>
    /// <param name="file">The file.</param>
    public static IEnumerable<(int Number, HouseholdLink Tie)> TiesOf(CaseView file)
    {
        var shown = file.Members.Select(each => each.Person).Append(file.Person).ToHashSet();
        return file.Members.IsEmpty ? [] : file.Household.Links.Select((tie, at) => (at + 1, tie)).Where(each => shown.Contains(each.tie.Person.Value) && shown.Contains(each.tie.To.Value));
    }

    /// <summary>Whom a file's page shows by name; empty for who is a number there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="person">Number of the person.</param>
    public static string NameOf(CaseView file, long person) => person == file.Person ? file.Who.Name : file.Members.FirstOrDefault(each => each.Person == person)?.Who?.Name ?? "";

    private static IEnumerable<long> Concerned(Household household) =>
        household.Members.Select(each => each.Person).Concat(household.Links.SelectMany(each => (PersonId[])[each.Person, each.To])).Select(each => each.Value).Distinct();

    private string NumberOf(long person) => Visit.In("zaak ", "case ") + WorkVisit.Plain(person);
}
