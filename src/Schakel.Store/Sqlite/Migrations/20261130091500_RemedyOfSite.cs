using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RemedyOfSite : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "remedy_by",
                table: "sites",
                type: "INTEGER",
                nullable: true);

            // What is open stands in the events alone: the store writes the rows of sites anew when it opens. An older migration may have asked it already.
            migrationBuilder.Sql("INSERT INTO marks (name, value) VALUES ('sites-anew', 1) ON CONFLICT (name) DO NOTHING");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM marks WHERE name = 'sites-anew'");

            migrationBuilder.DropColumn(
                name: "remedy_by",
                table: "sites");
        }
    }
}
