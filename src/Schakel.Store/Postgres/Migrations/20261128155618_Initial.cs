using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acts",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acts", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "anchors",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    statement = table.Column<string>(type: "text", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    frontier = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_anchors", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    event_version = table.Column<short>(type: "smallint", nullable: false),
                    occurred_on = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    doer_kind = table.Column<short>(type: "smallint", nullable: false),
                    doer_number = table.Column<long>(type: "bigint", nullable: false),
                    doer_role = table.Column<int>(type: "integer", nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    act_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    payload = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    person = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    presence = table.Column<int>(type: "integer", nullable: false),
                    household = table.Column<long>(type: "bigint", nullable: false),
                    site = table.Column<int>(type: "integer", nullable: true),
                    modality = table.Column<int>(type: "integer", nullable: true),
                    track = table.Column<int>(type: "integer", nullable: false),
                    application = table.Column<int>(type: "integer", nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    lodged_on = table.Column<int>(type: "integer", nullable: true),
                    interviewed_on = table.Column<int>(type: "integer", nullable: true),
                    decided_on = table.Column<int>(type: "integer", nullable: true),
                    has_permit = table.Column<bool>(type: "boolean", nullable: false),
                    appeal_pending = table.Column<bool>(type: "boolean", nullable: false),
                    municipality = table.Column<int>(type: "integer", nullable: true),
                    is_housed = table.Column<bool>(type: "boolean", nullable: false),
                    return_open = table.Column<bool>(type: "boolean", nullable: false),
                    gone_on = table.Column<int>(type: "integer", nullable: true),
                    next_due = table.Column<int>(type: "integer", nullable: true),
                    as_of = table.Column<int>(type: "integer", nullable: false),
                    law = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "marks",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marks", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "sites",
                columns: table => new
                {
                    site = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    modality = table.Column<int>(type: "integer", nullable: false),
                    occupancy = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sites", x => x.site);
                });

            migrationBuilder.CreateTable(
                name: "slots",
                columns: table => new
                {
                    site = table.Column<int>(type: "integer", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slots", x => new { x.site, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "steps",
                columns: table => new
                {
                    person = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    party = table.Column<int>(type: "integer", nullable: false),
                    earliest = table.Column<int>(type: "integer", nullable: true),
                    last_day = table.Column<int>(type: "integer", nullable: true),
                    norm = table.Column<string>(type: "text", nullable: true),
                    law = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_steps", x => new { x.person, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "streams",
                columns: table => new
                {
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    key_number = table.Column<long>(type: "bigint", nullable: true),
                    erased_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_streams", x => new { x.kind, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_events_kind_number_version",
                table: "events",
                columns: new[] { "kind", "number", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_files_household",
                table: "files",
                column: "household");

            migrationBuilder.CreateIndex(
                name: "IX_files_next_due",
                table: "files",
                column: "next_due");

            migrationBuilder.CreateIndex(
                name: "IX_slots_person",
                table: "slots",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_steps_party_code_last_day",
                table: "steps",
                columns: new[] { "party", "code", "last_day" });

            migrationBuilder.CreateIndex(
                name: "IX_streams_key_number",
                table: "streams",
                column: "key_number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acts");

            migrationBuilder.DropTable(
                name: "anchors");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "marks");

            migrationBuilder.DropTable(
                name: "sites");

            migrationBuilder.DropTable(
                name: "slots");

            migrationBuilder.DropTable(
                name: "steps");

            migrationBuilder.DropTable(
                name: "streams");
        }
    }
}
