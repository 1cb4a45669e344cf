using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WorklistCode : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_steps_worklist",
                table: "steps");

            migrationBuilder.CreateIndex(
                name: "IX_steps_worklist",
                table: "steps",
                columns: new[] { "party", "rank", "sort_day", "person", "ordinal", "until", "earliest", "waits_for", "code" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_steps_worklist",
                table: "steps");

            migrationBuilder.CreateIndex(
                name: "IX_steps_worklist",
                table: "steps",
                columns: new[] { "party", "rank", "sort_day", "person", "ordinal", "until", "earliest", "waits_for" });
        }
    }
}
