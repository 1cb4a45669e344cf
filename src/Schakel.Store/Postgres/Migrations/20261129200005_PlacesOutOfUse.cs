using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PlacesOutOfUse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "out_of_use",
                table: "sites",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // How many it was stands in the events alone: the store writes the rows of sites anew when it opens, however often it was ended before.
            migrationBuilder.Sql("INSERT INTO marks (name, value) VALUES ('sites-anew', 1)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM marks WHERE name = 'sites-anew'");

            migrationBuilder.DropColumn(
                name: "out_of_use",
                table: "sites");
        }
    }
}
