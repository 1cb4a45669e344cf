using System.Globalization;
using Microsoft.AspNetCore.Http;
using Schakel.Store.Acts;
using Schakel.Web.Workbench.Acting;

namespace Schakel.Web.Workbench.Registration;

/// <summary>How far the desk's form is (stand van het formulier).</summary>
public enum DeskStep
{
    /// <summary>It is filled in.</summary>
    Asking = 0,
    /// <summary>It comes from another page, or from a session that is over.</summary>
    Again,
    /// <summary>Others may be the same person: that is decided first.</summary>
    Doubles,
}

/// <summary>The one form of the registration desk (formulier van de aanmeldbalie): what was typed, under a key of its own.</summary>
/// <param name="Sent">What was typed.</param>
/// <param name="Key">The key under which it is done once.</param>
public sealed record DeskForm(IFormCollection Sent, ActKey Key)
{
    // Names of the fields. What is typed stands in the body of a form, never in an address.
    internal const string Centre = "centrum";
    internal const string Route = "wijze";
    internal const string Border = "grens";
    internal const string FamilyName = "familienaam";
    internal const string GivenNames = "voornamen";
    internal const string Born = "geboren";
    internal const string Nationality = "nationaliteit";
    internal const string Language = "taal";
    internal const string Role = "rol";
    internal const string With = "hoortBij";
    internal const string TravelDocument = "reisdocument";
    internal const string Biometrics = "biometrie";
    internal const string VNumber = "vNummer";
    internal const string Redirect = "verwijzen";
    internal const string File = "zaak";
    internal const string Seen = "gezien";
    internal const string Next = "verder";
    internal const string SameHousehold = "gezin";
    internal const int MostDocuments = 2;

    private static readonly string[] Names =
    [
        Centre, Route, Border, FamilyName, GivenNames, Born, Nationality, Language, Role, With, TravelDocument, Biometrics, VNumber, Redirect, File,
        .. Enumerable.Range(1, MostDocuments).SelectMany(each => new[] { DocumentKind(each), DocumentIssuer(each), DocumentFinding(each) }),
    ];

    /// <summary>The form as it was sent.</summary>
    /// <param name="sent">What was sent.</param>
    public static DeskForm Of(IFormCollection sent) => new(sent, ActKey.TryParse(sent[ActForm.KeyField], out var key) ? key : ActKey.New());

    /// <summary>What was typed in a field.</summary>
    /// <param name="name">Its name.</param>
    public string this[string name] => Sent.TryGetValue(name, out var value) ? ActField.Cut(value.ToString()) : "";

    /// <summary>Persons of whom who types said that they are others.</summary>
    public IReadOnlySet<long> Others =>
        this[Seen].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => long.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out var person) ? person : 0).ToHashSet();

    /// <summary>What was asked, whatever button was pressed: the same key with another question is another act.</summary>
    public string Asked => "aanmeldbalie " + string.Join('\u001f', Names.Select(name => $"{name}={this[name]}"));

    /// <summary>Name of the field with the kind of a document.</summary>
    internal static string DocumentKind(int number) => string.Create(CultureInfo.InvariantCulture, $"document{number}.soort");

    /// <summary>Name of the field with who issued a document.</summary>
    internal static string DocumentIssuer(int number) => string.Create(CultureInfo.InvariantCulture, $"document{number}.land");

    /// <summary>Name of the field with what was found.</summary>
    internal static string DocumentFinding(int number) => string.Create(CultureInfo.InvariantCulture, $"document{number}.bevinding");
}
