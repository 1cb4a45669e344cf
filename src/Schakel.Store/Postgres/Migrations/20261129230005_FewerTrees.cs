using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Postgres.Migrations
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

            // Steps are numbered otherwise: the store makes all rows anew from the log when it opens, as after a bulk that was ended halfway.
            migrationBuilder.Sql("INSERT INTO marks (name, value) VALUES ('bulk', 0) ON CONFLICT (name) DO NOTHING");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_files_next_due",
                table: "files",
                column: "next_due");

            // Steps are numbered otherwise: the store makes all rows anew from the log when it opens, as after a bulk that was ended halfway.
            migrationBuilder.Sql("INSERT INTO marks (name, value) VALUES ('bulk', 0) ON CONFLICT (name) DO NOTHING");
        }
    }
}
