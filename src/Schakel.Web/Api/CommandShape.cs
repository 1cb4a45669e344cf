using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Schakel.Chain;

namespace Schakel.Web.Api;

/// <summary>A field that a caller gives with a command (veld van een opdracht).</summary>
/// <param name="Name">Name in the body, in Dutch.</param>
/// <param name="Member">Name in the code.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="IsRequired">Has no default.</param>
public sealed record CommandField(string Name, string Member, Type Type, bool IsRequired);

/// <summary>What is wrong with a body, by field (fouten per veld), in the caller's language.</summary>
/// <param name="InEnglish">Whether the caller prefers English.</param>
public sealed record Faults(bool InEnglish)
{
    /// <summary>What was found so far, in order of field.</summary>
    public SortedDictionary<string, string> ByField { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes a fault; the first one of a field stands.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="dutch">What is wrong, in Dutch.</param>
    /// <param name="english">The same in English.</param>
    public void Add(string field, string dutch, string english) => ByField.TryAdd(field, InEnglish ? english : dutch);
}

/// <summary>
/// A command as a body (vorm van een opdracht): the fields of its constructor and its optional ones, without who acts, which follows from
/// the token. Reading tells all faults at once (ADR core/error-handling/all-errors).
/// </summary>
public sealed class CommandShape
{
    private const string Actor = nameof(IOfficialAct.By);
    private static readonly ConcurrentDictionary<Type, CommandShape> Known = [];

    private readonly ConstructorInfo _constructor;
    private readonly ImmutableArray<PropertyInfo> _optional;

    private CommandShape(Type command)
    {
        var nullability = new NullabilityInfoContext();
        _constructor = command.GetConstructors().MaxBy(each => each.GetParameters().Length)!;
        var given = _constructor.GetParameters().Select(each => each.Name).ToHashSet();
        _optional = [.. command.GetProperties().Where(each => each.SetMethod is not null && !given.Contains(each.Name))];
        Fields =
        [
            .. _constructor.GetParameters().Where(each => each.Name != Actor).Select(each => new CommandField(
                Words.OfField(each.Name!), each.Name!, each.ParameterType,
                !each.HasDefaultValue && nullability.Create(each).WriteState != NullabilityState.Nullable)),
            .. _optional.Where(each => each.Name != Actor).Select(each => new CommandField(Words.OfField(each.Name), each.Name, each.PropertyType, false)),
        ];
    }

    /// <summary>The fields, in order.</summary>
    public ImmutableArray<CommandField> Fields { get; }

    /// <summary>The shape of a command.</summary>
    /// <param name="command">Type of the command, or of an act on a household.</param>
    public static CommandShape Of(Type command) => Known.GetOrAdd(command, type => new(type));

    /// <summary>Makes the command out of a body.</summary>
    /// <param name="body">The fields.</param>
    /// <param name="by">Who acts.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The command; null when something is wrong.</returns>
    public object? Read(JsonObject body, Official by, Faults faults)
    {
        foreach (var name in body.Select(each => each.Key).Where(name => Fields.All(field => field.Name != name)))
        {
            var known = string.Join(", ", Fields.Select(each => each.Name));
            faults.Add(name, known.Length == 0 ? "Dit veld bestaat hier niet." : $"Dit veld bestaat hier niet; wel: {known}.",
                known.Length == 0 ? "This field does not exist here." : $"This field does not exist here; these do: {known}.");
        }
        var values = Fields.ToDictionary(field => field.Member, field => ValueOf(body, field, faults));
        if (faults.ByField.Count > 0)
        {
            return null;
        }
        var arguments = _constructor.GetParameters().Select(each => each.Name == Actor ? by
            : body.ContainsKey(Words.OfField(each.Name!)) || !each.HasDefaultValue ? values[each.Name!]
            : each.DefaultValue);
        var command = _constructor.Invoke([.. arguments]);
        foreach (var property in _optional)
        {
            if (property.Name == Actor)
            {
                property.SetValue(command, by);
            }
            else if (body.ContainsKey(Words.OfField(property.Name)))
            {
                property.SetValue(command, values[property.Name]);
            }
        }
        return command;
    }

    private static object? ValueOf(JsonObject body, CommandField field, Faults faults)
    {
        if (!body.TryGetPropertyValue(field.Name, out var node) || node is null)
        {
            if (field.IsRequired)
            {
                faults.Add(field.Name, $"Dit veld is verplicht: {ValueForms.Of(field.Type).Dutch}.", $"This field is required: {ValueForms.Of(field.Type).English}.");
            }
            return null;
        }
        try
        {
            if (node.Deserialize(field.Type, ApiJson.Options) is { } value)
            {
                return value;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            // Told below.
        }
        var (dutch, english) = ValueForms.Of(field.Type);
        faults.Add(field.Name, $"Deze waarde past hier niet; verwacht wordt {dutch}.", $"This value does not fit here; expected is {english}.");
        return null;
    }
}
