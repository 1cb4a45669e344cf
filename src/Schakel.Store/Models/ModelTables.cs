using Microsoft.EntityFrameworkCore;

namespace Schakel.Store.Models;

/// <summary>A column of a model's table, beside the generation (kolom).</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Type">Integer, long, flag or text, as PostgreSQL calls it.</param>
/// <param name="Value">Its value in a row.</param>
internal sealed record ModelColumn<TRow>(string Name, NpgsqlTypes.NpgsqlDbType Type, Func<TRow, object?> Value);

/// <summary>A model's table (modeltabel).</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Owner">The column by which rows are replaced together: a person or a household.</param>
/// <param name="Columns">All columns but the generation, which comes first.</param>
internal sealed record ModelTable<TRow>(string Name, string Owner, params ModelColumn<TRow>[] Columns);

/// <summary>The tables behind the checkpoint, for both databases (modeltabellen).</summary>
internal static class ModelTables
{
    private const NpgsqlTypes.NpgsqlDbType Big = NpgsqlTypes.NpgsqlDbType.Bigint;
    private const NpgsqlTypes.NpgsqlDbType Int = NpgsqlTypes.NpgsqlDbType.Integer;
    private const NpgsqlTypes.NpgsqlDbType Bool = NpgsqlTypes.NpgsqlDbType.Boolean;

    public const string Occupancy = "occupancy";

    public const string Counters = "counters";

    public static readonly ModelTable<AppointmentRow> Appointments = new(
        "appointments", "person",
        new("person", Big, r => r.Person), new("ordinal", Int, r => r.Ordinal), new("kind", Int, r => r.Kind), new("day", Int, r => r.Day),
        new("minute", Int, r => r.Minute), new("centre", Int, r => r.Centre), new("status", Int, r => r.Status));

    public static readonly ModelTable<MemberRow> Members = new(
        "members", "household", new("household", Big, r => r.Household), new("person", Big, r => r.Person), new("role", Int, r => r.Role));

    public static readonly ModelTable<HousingTaskRow> HousingTasks = new(
        "housing_tasks", "person",
        new("person", Big, r => r.Person), new("municipality", Int, r => r.Municipality), new("linked_on", Int, r => r.LinkedOn),
        new("offers", Int, r => r.Offers), new("state", Int, r => r.State));

    public static readonly ModelTable<ReturnCaseRow> ReturnCases = new(
        "return_cases", "person",
        new("person", Big, r => r.Person), new("is_open", Bool, r => r.IsOpen), new("counsellor", Int, r => r.Counsellor),
        new("document_requested", Bool, r => r.DocumentRequested), new("agreed_until", Int, r => r.AgreedUntil),
        new("procedure_pending", Bool, r => r.ProcedurePending), new("deferred_until", Int, r => r.DeferredUntil),
        new("available", Bool, r => r.Available), new("detained_since", Int, r => r.DetainedSince),
        new("detention_basis", Int, r => r.DetentionBasis), new("flight_on", Int, r => r.FlightOn));

    public static readonly ModelTable<SearchRow> SearchTerms = new(
        "search_terms", "person", new("term", Big, r => r.Term), new("person", Big, r => r.Person));

    /// <summary>Every table, for clearing a generation.</summary>
    public static readonly string[] All =
        [Appointments.Name, Members.Name, HousingTasks.Name, ReturnCases.Name, SearchTerms.Name, Occupancy, Counters];

    /// <summary>Tables with rows about a person, in a column of that name: cleared when the person's content is erased.</summary>
    public static readonly string[] OfPersons = [Appointments.Name, Members.Name, HousingTasks.Name, ReturnCases.Name, SearchTerms.Name];

    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<AppointmentRow>(row =>
        {
            row.ToTable(Appointments.Name).HasKey(a => new { a.Generation, a.Person, a.Ordinal });
            row.HasIndex(a => new { a.Generation, a.Day, a.Kind });
        });
        builder.Entity<MemberRow>(row =>
        {
            row.ToTable(Members.Name).HasKey(m => new { m.Generation, m.Household, m.Person });
            row.HasIndex(m => new { m.Generation, m.Person });
        });
        builder.Entity<HousingTaskRow>(row =>
        {
            row.ToTable(HousingTasks.Name).HasKey(t => new { t.Generation, t.Person });
            row.HasIndex(t => new { t.Generation, t.Municipality, t.State });
        });
        builder.Entity<ReturnCaseRow>(row =>
        {
            row.ToTable(ReturnCases.Name).HasKey(r => new { r.Generation, r.Person });
            row.HasIndex(r => new { r.Generation, r.Counsellor });
        });
        builder.Entity<SearchRow>(row =>
        {
            row.ToTable(SearchTerms.Name).HasKey(s => new { s.Generation, s.Term, s.Person });
            row.HasIndex(s => new { s.Generation, s.Person });
        });
        builder.Entity<OccupancyRow>().ToTable(Occupancy).HasKey(o => new { o.Generation, o.Site, o.Day, o.Modality });
        builder.Entity<CounterRow>().ToTable(Counters).HasKey(c => new { c.Generation, c.Month, c.Kind, c.Detail });
    }
}
