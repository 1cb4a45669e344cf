using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Schakel.Norms;

namespace Schakel.Chain;

/// <summary>What it means that a step is open (soort stap).</summary>
public enum StepForce
{
    /// <summary>It is to be done, and late after its last day.</summary>
    Due = 0,
    /// <summary>An official may do it, or may do something else: nobody is late who does not.</summary>
    Optional,
    /// <summary>The person, or the lawyer, may do it.</summary>
    Right,
    /// <summary>It follows by operation of law, and the clock may record it (van rechtswege).</summary>
    ByLaw,
}

/// <summary>A kind of step that can lie ahead (soort vervolgstap). Declared once, in the room it belongs to.</summary>
public sealed class StepType
{
    /// <summary>Declares a kind of step.</summary>
    /// <param name="code">Stable code in kebab case.</param>
    /// <param name="norm">Id of the norm, article or dossier code it rests on.</param>
    /// <param name="party">Who takes it, as a rule.</param>
    /// <param name="command">The command that takes it.</param>
    /// <param name="force">What it means that it is open.</param>
    /// <param name="dutch">What is done, in Dutch.</param>
    /// <param name="english">What is done, in English.</param>
    public StepType(string code, string norm, Party party, Type command, StepForce force, string dutch, string english)
    {
        (Code, Norm, Party, Command, Force, Name) = (code, norm, party, command, force, new(dutch, english));
        For = RuntimeHelpers.GetUninitializedObject(command) is CaseCommand ofCase ? ofCase.For : Presences.Here;
    }

    /// <summary>Stable code, such as <c>decide-application</c>.</summary>
    public string Code { get; }

    /// <summary>What it rests on.</summary>
    public string Norm { get; }

    /// <summary>Who takes it, as a rule; a step of this kind may name another.</summary>
    public Party Party { get; }

    /// <summary>The command that takes it.</summary>
    public Type Command { get; }

    /// <summary>What it means that it is open.</summary>
    public StepForce Force { get; }

    /// <summary>What is done, in both languages.</summary>
    public Text Name { get; }

    /// <summary>In which presences of the person the command makes sense; as the command says, unless declared.</summary>
    public Presences For { get; init; }

    /// <summary>
    /// The step is shown to the party it names only: it would tell others what they have no business with (red lines 5 and 6), such as that
    /// someone is treated, or was referred to a shelter.
    /// </summary>
    public bool OnlyForParty { get; init; }

    /// <summary>Every kind of step, by code in ordinal order.</summary>
    public static ImmutableArray<StepType> All { get; } = Declared<StepType>(type => type.Code);

    /// <inheritdoc/>
    public override string ToString() => Code;

    internal static ImmutableArray<T> Declared<T>(Func<T, string> code) =>
    [
        .. typeof(StepType).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(T)).Select(field => (T)field.GetValue(null)!)
            .OrderBy(code, StringComparer.Ordinal),
    ];
}
