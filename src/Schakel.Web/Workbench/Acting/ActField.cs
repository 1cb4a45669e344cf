using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Records;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Web.Api;

namespace Schakel.Web.Workbench.Acting;

/// <summary>How something is asked (soort vraag).</summary>
public enum Asking
{
    /// <summary>A text on one line.</summary>
    Text = 0,
    /// <summary>A day.</summary>
    Day,
    /// <summary>A date as far as it is known.</summary>
    PartialDate,
    /// <summary>A whole number.</summary>
    Number,
    /// <summary>Yes or no; nothing is filled in beforehand.</summary>
    YesNo,
    /// <summary>One of several.</summary>
    One,
    /// <summary>Any of several.</summary>
    Several,
    /// <summary>Several questions that belong together.</summary>
    Group,
}

/// <summary>A choice to make (keuze).</summary>
/// <param name="Value">As it is sent.</param>
/// <param name="Words">As it is read.</param>
public readonly record struct Choice(string Value, string Words);

/// <summary>
/// A question of a form (veld van een handeling), made from the shape of the command: a new command has its form by itself, and form and
/// interface never ask for different things.
/// </summary>
/// <param name="Name">Name in the body of the interface.</param>
/// <param name="Member">Name in the code.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="IsRequired">Must be answered.</param>
/// <param name="Asking">How it is asked.</param>
/// <param name="Parts">Questions within it.</param>
public sealed record ActField(string Name, string Member, Type Type, bool IsRequired, Asking Asking, ImmutableArray<ActField> Parts)
{
    private const string Yes = "ja";
    private const string No = "nee";

    /// <summary>The questions of an act, in the order of the command.</summary>
    /// <param name="shape">The command, or the act on a household.</param>
    public static ImmutableArray<ActField> Of(Type shape) =>
        [.. CommandShape.Of(shape).Fields.Where(each => each.Member != nameof(MergeInto.There)).Select(each => Of(each.Name, each.Member, each.Type, each.IsRequired))];

    /// <summary>What may be chosen, but for sites, which the page fills in.</summary>
    /// <param name="english">In English.</param>
    public IEnumerable<Choice> Choices(bool english) => Plainly.IsEnum
        ? Enum.GetValues(Plainly).Cast<Enum>().Where(each => each is not MoveCause.OwnChoice && (Asking == Asking.One || Convert.ToInt64(each, CultureInfo.InvariantCulture) != 0)) // A free day is chosen by the applicant alone.
            .Select(each => new Choice(Words.OfValue(each), Plain.Sentence(Plain.Value(each, english))))
        : Asking == Asking.YesNo ? [new(Yes, english ? "Yes" : "Ja"), new(No, english ? "No" : "Nee")] : [];

    /// <summary>How the answer is written, where that needs saying.</summary>
    public Text? Hint => Asking == Asking.PartialDate || Plainly == typeof(VNumber) || Plainly == typeof(CountryCode) || Plainly == typeof(LanguageCode) ? ValueForms.Of(Plainly) : null;

    /// <summary>It asks for an explanation, not for a name or a number.</summary>
    public bool IsLong => Asking == Asking.Text && Member is nameof(Chain.Partners.AnswerQuestion.Text) or "Findings" or "Answer" or "Changes" or "Category" or "Criterion";

    /// <summary>It asks for a site.</summary>
    public bool IsSite => Plainly == typeof(SiteId);

    /// <summary>It asks for a person.</summary>
    public bool IsPerson => Plainly == typeof(PersonId);

    /// <summary>It asks for a registration centre.</summary>
    public bool IsCentre => Plainly == typeof(CentreId);

    /// <summary>It asks for a municipality.</summary>
    public bool IsMunicipality => Plainly == typeof(MunicipalityId);

    /// <summary>What was answered, as the body of the interface has it; null when nothing was.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="prefix">Name of the question that this is a part of.</param>
    public JsonNode? In(IFormCollection form, string prefix = "")
    {
        var sent = form[prefix + Name];
        var text = Cut(sent.ToString());
        switch (Asking)
        {
            case Asking.Group:
                var parts = Parts.Select(each => (each, Answer: each.In(form, prefix + Name + "."))).ToList();
                if (parts.TrueForAll(each => each.Answer is null) && !IsRequired)
                {
                    return null;
                }
                // Somebody with one name has an empty other one: within a group a text that is left open is an empty text.
                return new JsonObject(parts.Select(each => KeyValuePair.Create(each.each.Name, each.Answer ?? (each.each is { IsRequired: true, Asking: Asking.Text } ? JsonValue.Create("") : null)))
                    .Where(each => each.Value is not null));
            case Asking.Several:
                var chosen = sent.Where(each => !string.IsNullOrEmpty(each)).ToList();
                return chosen.Count == 0 && !NoneIsAnAnswer ? null : new JsonArray([.. chosen.Select(each => JsonValue.Create(each))]);
            case Asking.YesNo:
                return text switch { Yes => JsonValue.Create(true), No => JsonValue.Create(false), "" => null, _ => JsonValue.Create(text) };
            case Asking.Number:
                return text.Length == 0 ? null : long.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? JsonValue.Create(number) : JsonValue.Create(text);
            case Asking.Text or Asking.Day or Asking.PartialDate or Asking.One:
                return text.Length == 0 ? null : JsonValue.Create(text);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // Whom a municipality leaves out is most often nobody; elsewhere whoever chooses nothing forgot it.
    private bool NoneIsAnAnswer => Plainly == typeof(TargetGroups);

    private Type Plainly => Nullable.GetUnderlyingType(Type) ?? Type;

    private static ActField Of(string name, string member, Type type, bool required)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var asking = plain == typeof(Day) ? Asking.Day
            : plain == typeof(PartialDate) ? Asking.PartialDate
            : plain == typeof(bool) ? Asking.YesNo
            : plain.IsEnum ? plain.IsDefined(typeof(FlagsAttribute), false) ? Asking.Several : Asking.One
            : ValueForms.IsNumber(plain) ? Asking.Number
            : plain == typeof(string) || plain == typeof(VNumber) || plain == typeof(CountryCode) || plain == typeof(LanguageCode) ? Asking.Text
            : Asking.Group;
        return new(name, member, type, required, asking, asking != Asking.Group ? [] :
        [
            .. ApiJson.Options.GetTypeInfo(plain).Properties.Select(each => Of(each.Name, Words.MemberOf(each.Name) ?? each.Name, each.PropertyType, each.IsRequired)),
        ]);
    }

    internal static string Cut(string text) => TypedText.Cut(text);
}
