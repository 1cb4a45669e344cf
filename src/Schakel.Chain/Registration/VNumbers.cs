namespace Schakel.Chain.Registration;

/// <summary>Give the number from the register of aliens (V-nummer toekennen).</summary>
/// <param name="By">Officer of an identifying partner, or who keeps the records.</param>
/// <param name="Number">The number as it was read or typed.</param>
public sealed record AssignVNumber(Official By, string Number) : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.AliensPolice | OfficialRoles.BorderGuard | OfficialRoles.RecordsOfficer;
}

/// <summary>A V-number was given (V-nummer toegekend).</summary>
/// <param name="Number">The number.</param>
[EventName("v-number-assigned", 1)]
public sealed record VNumberAssigned([Category(DataCategory.Identity)] VNumber Number) : RegistrationEvent;

/// <summary>The V-number of a person (V-nummer). That no two persons have one number is seen where all files are: in the store.</summary>
public static class VNumbers
{
    /// <summary>Has a number.</summary>
    public static readonly Refusal AlreadyAssigned = new(
        "v-number.already-assigned", "fact",
        "Deze persoon heeft al een V-nummer.",
        "This person has a V-number already.");

    /// <summary>Not ten digits.</summary>
    public static readonly Refusal NotTenDigits = new(
        "v-number.not-ten-digits", "fact",
        "Een V-nummer heeft tien cijfers.",
        "A V-number has ten digits.");

    /// <summary>The check digits are wrong.</summary>
    public static readonly Refusal WrongCheckDigits = new(
        "v-number.wrong-check-digits", "fact",
        "De laatste twee cijfers van dit V-nummer passen niet bij de andere; controleer of het goed is overgenomen.",
        "The last two digits of this V-number do not fit the others; check that it was copied well.");

    internal static Decision Decide(CaseFile file, AssignVNumber command) =>
        file.Registration.IdentifiedOn is null ? Identifications.NotIdentified
        : file.Registration.VNumber is not null ? AlreadyAssigned
        : VNumber.Parse(command.Number, out var number) switch
        {
            VNumberFault.None => new VNumberAssigned(number),
            VNumberFault.NotTenDigits => NotTenDigits,
            VNumberFault.WrongCheckDigits => WrongCheckDigits,
        };
}
