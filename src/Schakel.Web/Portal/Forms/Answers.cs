using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Store.Acts;
using Schakel.Web.Documents;

namespace Schakel.Web.Portal.Forms;

/// <summary>What somebody filled in (antwoorden): kept as typed until it is sent, with the key under which it is done once.</summary>
/// <param name="Key">The key.</param>
/// <param name="ByName">Answers, trimmed, by name.</param>
public sealed record Answers(ActKey Key, ImmutableDictionary<string, string> ByName)
{
    /// <summary>Name of the field with the key.</summary>
    public const string KeyField = "sleutel";

    /// <summary>The file that was sent with it; absent when there is none.</summary>
    public Upload? File { get; init; }

    /// <summary>Nothing filled in yet.</summary>
    public static Answers None => new(ActKey.New(), ImmutableDictionary<string, string>.Empty);

    /// <summary>An answer; empty when there is none.</summary>
    /// <param name="name">Name of the field.</param>
    public string this[string name] => ByName.GetValueOrDefault(name, "");

    /// <summary>Reads what was filled in. A form without a key gets a new one: it was never sent before.</summary>
    /// <param name="form">The form as sent.</param>
    /// <param name="fields">The questions; anything else is left aside.</param>
    public static Answers Of(IFormCollection form, IEnumerable<Field> fields) => new(
        ActKey.TryParse(form[KeyField], out var key) ? key : ActKey.New(),
        fields.ToImmutableDictionary(each => each.Name, each => TypedText.Cut(form[each.Name].ToString())));

    /// <summary>With what a link to the form fills in beforehand: a number, which is shown and can be changed.</summary>
    /// <param name="form">The form.</param>
    /// <param name="query">The query of the link.</param>
    /// <param name="file">The file: what was said before stands there too.</param>
    public Answers Begun(PortalForm form, IQueryCollection query, CaseFile file) => this with
    {
        ByName = form.Fields.Where(each => each.Kind == FieldKind.Number && Numbers.Read(query[each.Name].ToString()) is not null)
            .Select(each => (each.Name, TypedText.Cut(query[each.Name].ToString()))).Concat(form.Said(file)).ToImmutableDictionary(each => each.Item1, each => each.Item2),
    };

    /// <summary>What is wrong, by name of the field.</summary>
    /// <param name="fields">The questions.</param>
    public ImmutableDictionary<string, Fault> Faults(IEnumerable<Field> fields) => fields
        .Select(each => (each.Name, Fault: each.Kind == FieldKind.File ? FaultIn(File) : each.FaultIn(this[each.Name])))
        .Where(each => each.Fault is not null).ToImmutableDictionary(each => each.Name, each => each.Fault!);

    private static Fault? FaultIn(Upload? file) => file switch
    {
        null => new("error.file-missing"),
        { Fault: null } => null,
        { Fault: { } fault } => new($"error.file-{Kebab.Of(fault)}", SuppliedDocuments.MostBytes / (1024 * 1024)),
    };
}
