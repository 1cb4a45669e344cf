using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OutboxAndNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    function = table.Column<string>(type: "text", nullable: false),
                    subscriber = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    rooms = table.Column<string>(type: "text", nullable: false),
                    types = table.Column<string>(type: "text", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    fault = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    failed_at = table.Column<long>(type: "bigint", nullable: true),
                    next_try = table.Column<long>(type: "bigint", nullable: true),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    opened_by = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    last_act = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscriptions", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "v_numbers",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_v_numbers", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_opened_by",
                table: "subscriptions",
                column: "opened_by",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_v_numbers_person",
                table: "v_numbers",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropTable(
                name: "v_numbers");
        }
    }
}
