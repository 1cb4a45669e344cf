using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Schakel.Store.Models;
using Schakel.Store.Outbox;
using Schakel.Store.Rows;

namespace Schakel.Store.Databases;

/// <summary>The tables (schema). Read models read through it, without tracking; events and the file's own rows are written by the desk alone.</summary>
/// <param name="options">Which database.</param>
public abstract class StoreContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Files.</summary>
    public DbSet<FileRow> Files => Set<FileRow>();

    /// <summary>Open next steps.</summary>
    public DbSet<StepRow> Steps => Set<StepRow>();

    /// <summary>Sites.</summary>
    public DbSet<SiteRow> Sites => Set<SiteRow>();

    /// <summary>Occupied slots.</summary>
    public DbSet<SlotRow> Slots => Set<SlotRow>();

    /// <summary>Anchors.</summary>
    public DbSet<AnchorRow> Anchors => Set<AnchorRow>();

    /// <summary>Subscriptions to what happens.</summary>
    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EventRow>(row =>
        {
            row.ToTable("events").HasKey(e => e.Position);
            row.Property(e => e.Position).ValueGeneratedNever();
            row.HasIndex(e => new { e.Kind, e.Number, e.Version }).IsUnique();
        });
        modelBuilder.Entity<StreamRow>(row =>
        {
            row.ToTable("streams").HasKey(s => new { s.Kind, s.Number });
            row.HasIndex(s => s.KeyNumber).IsUnique();
        });
        modelBuilder.Entity<ActRow>().ToTable("acts").HasKey(a => a.Key);
        modelBuilder.Entity<AnchorRow>(row =>
        {
            row.ToTable("anchors").HasKey(a => a.Number);
            row.Property(a => a.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<MarkRow>().ToTable("marks").HasKey(m => m.Name);
        modelBuilder.Entity<FileRow>(row =>
        {
            row.ToTable("files").HasKey(f => f.Person);
            row.Property(f => f.Person).ValueGeneratedNever();
            row.HasIndex(f => f.Household);
            row.HasIndex(f => f.Site).HasFilter("site IS NOT NULL"); // The list of a site begins with who stay there.
            row.HasIndex(f => f.Team).HasFilter("team IS NOT NULL"); // For what other teams have; most files are of none.
        });
        modelBuilder.Entity<StepRow>(row =>
        {
            row.ToTable("steps").HasKey(s => new { s.Person, s.Ordinal });
            // A worklist's order, so that its first page is read from the front and nothing is sorted; and all that a status depends on and the
            // kind of step, so that steps that stand otherwise or are of another kind are passed over within the index.
            row.HasIndex(s => new { s.Party, s.Rank, s.SortDay, s.Person, s.Ordinal, s.Until, s.Earliest, s.WaitsFor, s.Code }).HasDatabaseName("IX_steps_worklist");
        });
        modelBuilder.Entity<SiteRow>(row =>
        {
            row.ToTable("sites").HasKey(s => s.Site);
            row.Property(s => s.Site).ValueGeneratedNever();
            row.Ignore(s => s.Free);
        });
        modelBuilder.Entity<SlotRow>(row =>
        {
            row.ToTable("slots").HasKey(s => new { s.Site, s.Slot });
            row.HasIndex(s => s.Person);
        });
        modelBuilder.Entity<VNumberRow>(row =>
        {
            row.ToTable("v_numbers").HasKey(v => v.Hash);
            row.HasIndex(v => v.Person);
        });
        modelBuilder.Entity<SubscriptionRow>(row =>
        {
            row.ToTable("subscriptions").HasKey(s => s.Number);
            row.Property(s => s.Number).ValueGeneratedNever();
            row.HasIndex(s => s.OpenedBy).IsUnique();
            row.Ignore(s => s.IsActive);
        });
        ModelTables.Configure(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(InSnakeCase(property.Name));
        }
    }

    private static string InSnakeCase(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}

/// <summary>The tables on SQLite.</summary>
/// <param name="options">Which file.</param>
public sealed class SqliteStoreContext(DbContextOptions<SqliteStoreContext> options) : StoreContext(options);

/// <summary>The tables on PostgreSQL.</summary>
/// <param name="options">Which server.</param>
public sealed class PostgresStoreContext(DbContextOptions<PostgresStoreContext> options) : StoreContext(options);

/// <summary>Makes a context for the tool that writes migrations; it opens no database.</summary>
internal sealed class SqliteDesignFactory : IDesignTimeDbContextFactory<SqliteStoreContext>
{
    public SqliteStoreContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteStoreContext>().UseSqlite("Data Source=none").Options);
}

/// <inheritdoc cref="SqliteDesignFactory"/>
internal sealed class PostgresDesignFactory : IDesignTimeDbContextFactory<PostgresStoreContext>
{
    public PostgresStoreContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresStoreContext>().UseNpgsql("Host=none").Options);
}
