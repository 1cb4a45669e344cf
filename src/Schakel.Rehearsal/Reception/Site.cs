namespace Schakel.Rehearsal.Reception;

/// <summary>Form of reception (opvangmodaliteit), as far as the rehearsal tells them apart.</summary>
public enum Modality
{
    /// <summary>Arrival site at a registration centre (col).</summary>
    Arrival = 0,
    /// <summary>Regular centre (azc, pol), counted as regular.</summary>
    Regular,
    /// <summary>Small-scale reception of unaccompanied minors, counted as regular.</summary>
    Minors,
    /// <summary>Family site for families without right of stay (gezinslocatie), counted as regular.</summary>
    Family,
    /// <summary>Freedom-restricting site (vbl), counted as regular.</summary>
    Supervised,
    /// <summary>Process-availability site (pbl), sober, counted as regular.</summary>
    Sober,
    /// <summary>Emergency site run by COA (noodopvang).</summary>
    Emergency,
    /// <summary>Temporary municipal reception (tgo), limited to a week and two days.</summary>
    Municipal,
    /// <summary>Transit site or hotel scheme for permit holders (doorstroomlocatie, HAR), counted as regular.</summary>
    Transit,
    /// <summary>Permit holders with host families or in hotels (externe plaatsing): counted by COA, outside its sites.</summary>
    External,
}

/// <summary>One site (locatie).</summary>
internal struct Site
{
    /// <summary>Form.</summary>
    public Modality Modality;

    /// <summary>Places that can be used.</summary>
    public int Capacity;

    /// <summary>Residents.</summary>
    public int Occupied;

    /// <summary>First day, epoch.</summary>
    public int Opens;

    /// <summary>Last day of the contract, epoch; a day far away for lasting sites.</summary>
    public int Ends;

    /// <summary>Open now.</summary>
    public bool Open;

    /// <summary>No new residents: it is about to close.</summary>
    public bool Closing;

    /// <summary>The municipality does not accept single men (doelgroepbeperking).</summary>
    public bool NoSingles;

    /// <summary>For people whom the rehearsal does not tell apart; nobody new is sent here.</summary>
    public bool ForSome;

    /// <summary>Households that live here, for closing.</summary>
    public List<int> Residents;

    /// <summary>Places free for newcomers.</summary>
    public readonly int Free => Open && !Closing && !ForSome ? Math.Max(0, Capacity - Occupied) : 0;
}
