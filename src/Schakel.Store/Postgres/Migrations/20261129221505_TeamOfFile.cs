using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class TeamOfFile : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // No file of an older program names a team: nothing need be made anew.
            migrationBuilder.AddColumn<int>(
                name: "team",
                table: "files",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_files_team",
                table: "files",
                column: "team",
                filter: "team IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_files_team",
                table: "files");

            migrationBuilder.DropColumn(
                name: "team",
                table: "files");
        }
    }
}
