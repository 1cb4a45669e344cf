using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Schakel.Store.Databases;
using Schakel.Store.Rows;

namespace Schakel.Store.Models;

/// <summary>One state of all rows (momentopname): what is read from it belongs together. Holds nobody up; not for two threads at once.</summary>
public sealed class ModelView : IDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly StoreContext _context;

    internal ModelView(Database database)
    {
        _connection = database.Connect();
        _transaction = database.BeginSnapshot(_connection);
        _context = database.CreateContextOn(_connection);
        _context.Database.UseTransaction(_transaction);
        var marks = _context.Set<MarkRow>().AsNoTracking().ToDictionary(mark => mark.Name, mark => mark.Value);
        Generation = (int)marks.GetValueOrDefault(ReadModels.GenerationMark);
        Position = marks.GetValueOrDefault(ReadModels.PositionMark);
    }

    /// <summary>The build that is read.</summary>
    public int Generation { get; }

    /// <summary>The checkpoint: everything up to this position is told. The files' own rows (files, steps, sites, slots) are always up to date.</summary>
    public long Position { get; }

    /// <summary>Files.</summary>
    public IQueryable<FileRow> Files => _context.Files.AsNoTracking();

    /// <summary>Open next steps.</summary>
    public IQueryable<StepRow> Steps => _context.Steps.AsNoTracking();

    /// <summary>Sites.</summary>
    public IQueryable<SiteRow> Sites => _context.Sites.AsNoTracking();

    /// <summary>Occupied slots.</summary>
    public IQueryable<SlotRow> Slots => _context.Slots.AsNoTracking();

    /// <summary>Appointments.</summary>
    public IQueryable<AppointmentRow> Appointments => Of<AppointmentRow>();

    /// <summary>Members of households.</summary>
    public IQueryable<MemberRow> Members => Of<MemberRow>();

    /// <summary>Homes to be found.</summary>
    public IQueryable<HousingTaskRow> HousingTasks => Of<HousingTaskRow>();

    /// <summary>Persons in return.</summary>
    public IQueryable<ReturnCaseRow> ReturnCases => Of<ReturnCaseRow>();

    /// <summary>What days changed at sites.</summary>
    public IQueryable<OccupancyRow> Occupancy => Of<OccupancyRow>();

    /// <summary>Terms by which persons are found.</summary>
    internal IQueryable<SearchRow> SearchTerms => Of<SearchRow>();

    /// <summary>Counts by month, those of erased persons included.</summary>
    internal IQueryable<CounterRow> Counters =>
        _context.Set<CounterRow>().AsNoTracking().Where(row => row.Generation == Generation || row.Generation == ReadModels.OfErased);

    /// <inheritdoc/>
    public void Dispose()
    {
        _context.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private IQueryable<TRow> Of<TRow>() where TRow : class, IModelRow => _context.Set<TRow>().AsNoTracking().Where(row => row.Generation == Generation);
}
