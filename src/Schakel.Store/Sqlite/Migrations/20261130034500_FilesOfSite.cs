using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FilesOfSite : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateIndex(
                name: "IX_files_site",
                table: "files",
                column: "site",
                filter: "site IS NOT NULL");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.DropIndex(
                name: "IX_files_site",
                table: "files");
    }
}
