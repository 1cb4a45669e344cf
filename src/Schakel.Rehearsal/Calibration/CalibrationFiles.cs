using System.Text;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Reporting;

namespace Schakel.Rehearsal.Calibration;

/// <summary>Writes what a calibration found (bestanden van de ijking).</summary>
public static class CalibrationFiles
{
    /// <summary>Name of the document.</summary>
    public const string Document = "calibration.md";

    /// <summary>
    /// Writes the fitted parameters, the checked figures and the document: <c>fitted-2022.json</c>, <c>fitted-2024.json</c>,
    /// <c>checked-figures.json</c> (these three belong in the data folder) and <c>calibration.md</c> (in docs).
    /// </summary>
    /// <param name="outcome">What was found.</param>
    /// <param name="folder">Folder; made when it is not there.</param>
    /// <returns>Paths of the files, in that order.</returns>
    /// <exception cref="OutputFaultException">The folder or a file cannot be written; no half file is left.</exception>
    public static IReadOnlyList<string> Write(CalibrationOutcome outcome, string folder)
    {
        AtomicFile.MakeFolder(folder);
        return
        [
            One(FittedParameters.FileOf(ChainData.January2022), FittedParameters.Write(ChainData.January2022, null, outcome.Parameters2022)),
            One(FittedParameters.FileOf(ChainData.January2024), FittedParameters.Write(ChainData.January2024, outcome.DataHash, outcome.Parameters2024)),
            One(CheckedFigures.File, CheckedFigures.Write(outcome.DataHash, outcome.Table2022)),
            One(Document, CalibrationReport.Text(outcome)),
        ];

        string One(string name, string text)
        {
            var path = Path.Combine(folder, name);
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            return path;
        }
    }
}
