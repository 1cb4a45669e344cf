namespace Schakel.Web.Portal.Forms;

/// <summary>How far a form is (stand van een formulier).</summary>
public enum FormState
{
    /// <summary>To be filled in.</summary>
    Asking = 0,
    /// <summary>Filled in, shown again before it is sent.</summary>
    Checking,
    /// <summary>Could not be trusted to come from this site's own page: shown again, with what was filled in.</summary>
    Again,
    /// <summary>Sent, and done.</summary>
    Done,
    /// <summary>Not possible today.</summary>
    Closed,
}
