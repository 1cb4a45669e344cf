namespace Schakel.Chain;

/// <summary>A person in the chain (persoon): an internal number, never the V-number or a name.</summary>
/// <param name="Value">The number; zero belongs to nobody.</param>
public readonly record struct PersonId(long Value);

/// <summary>A household (huishouden): those who came, or stay, as one family.</summary>
/// <param name="Value">The number.</param>
public readonly record struct HouseholdId(long Value);

/// <summary>A reception site (opvanglocatie).</summary>
/// <param name="Value">The number.</param>
public readonly record struct SiteId(int Value);

/// <summary>A registration centre (aanmeldcentrum).</summary>
/// <param name="Value">The number.</param>
public readonly record struct CentreId(int Value);

/// <summary>A municipality (gemeente), by its number in the register of Statistics Netherlands (CBS).</summary>
/// <param name="Value">Number without the letters, such as 363 for GM0363.</param>
public readonly record struct MunicipalityId(int Value);
