using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FewerTrees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Nobody asked for files by it, and every act that changed a term wrote it.
            migrationBuilder.DropIndex(
                name: "IX_files_next_due",
                table: "files");

            MakeAnew(migrationBuilder, "WITHOUT ROWID");
            NumberAnew(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            MakeAnew(migrationBuilder, "");
            NumberAnew(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "IX_files_next_due",
                table: "files",
                column: "next_due");
        }

        // A table and the index of its key are two trees on SQLite, and one when the rows stand in the key's own tree. An act writes into each of these.
        // Steps keep both: only of a table with row numbers does SQLite pass over rows within an index, and worklists live by that (0.5 s a page without).
        private static void MakeAnew(MigrationBuilder migrationBuilder, string kind)
        {
            migrationBuilder.Sql("ALTER TABLE acts RENAME TO acts_before");
            migrationBuilder.Sql($"CREATE TABLE acts (key BLOB NOT NULL, content BLOB NOT NULL, answer BLOB NOT NULL, recorded_at INTEGER NOT NULL, PRIMARY KEY (key)) {kind}");
            migrationBuilder.Sql("INSERT INTO acts (key, content, answer, recorded_at) SELECT key, content, answer, recorded_at FROM acts_before ORDER BY key");
            migrationBuilder.Sql("DROP TABLE acts_before");
            migrationBuilder.Sql("DROP TABLE slots");
            migrationBuilder.Sql($"CREATE TABLE slots (site INTEGER NOT NULL, slot INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (site, slot)) {kind}");
            migrationBuilder.Sql("CREATE INDEX IX_slots_person ON slots (person)");
        }

        // Steps are numbered otherwise, and slots are empty: the store makes all rows anew from the log when it opens, as after a bulk that was ended halfway.
        private static void NumberAnew(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("INSERT INTO marks (name, value) VALUES ('bulk', 0) ON CONFLICT (name) DO NOTHING");
    }
}
