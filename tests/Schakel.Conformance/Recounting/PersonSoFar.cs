namespace Schakel.Conformance.Recounting;

/// <summary>What a count must remember of one person.</summary>
internal sealed class PersonSoFar
{
    public string Group = "";
    public string Role = "";
    public string Route = "";

    // Registration and application; days are epoch days, 0 is none.
    public bool Opened;
    public bool CountsFirstYear;
    public string TakenOverAt = "";
    public int Made;
    public bool Gone;
    public bool IsOpen;
    public int Ordinal;
    public int Track;
    public int Lodged;
    public int TakenUp;
    public int ResponsibleSince;
    public bool Extended;
    public bool Annulled;
    public int Decided;
    public bool AppealPending;

    // Permit, home, relatives.
    public bool HoldsPermit;
    public int PermitOn;
    public bool Waiting;
    public int Relatives;

    // Reception: site 0 is none.
    public int Site;
    public string Modality = "";
    public int AtSiteSince;
    public int StaySince;
    public int Moves;
    public int MovesBefore;
    public bool FirstYear;

    // Return.
    public bool ReturnFile;
    public bool HandedOver;
    public bool Detained;

    public bool Adult => Role is "main" or "partner";

    /// <summary>Whoever acts for the household.</summary>
    public bool First => Role is "main" or "unaccompanied-minor";
}
