using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Sqlite.Migrations
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
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acts", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "anchors",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    statement = table.Column<string>(type: "TEXT", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                    frontier = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_anchors", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    event_version = table.Column<short>(type: "INTEGER", nullable: false),
                    occurred_on = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    doer_kind = table.Column<short>(type: "INTEGER", nullable: false),
                    doer_number = table.Column<long>(type: "INTEGER", nullable: false),
                    doer_role = table.Column<int>(type: "INTEGER", nullable: false),
                    purpose = table.Column<short>(type: "INTEGER", nullable: false),
                    act_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    person = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    presence = table.Column<int>(type: "INTEGER", nullable: false),
                    household = table.Column<long>(type: "INTEGER", nullable: false),
                    site = table.Column<int>(type: "INTEGER", nullable: true),
                    modality = table.Column<int>(type: "INTEGER", nullable: true),
                    track = table.Column<int>(type: "INTEGER", nullable: false),
                    application = table.Column<int>(type: "INTEGER", nullable: true),
                    outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    lodged_on = table.Column<int>(type: "INTEGER", nullable: true),
                    interviewed_on = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_on = table.Column<int>(type: "INTEGER", nullable: true),
                    has_permit = table.Column<bool>(type: "INTEGER", nullable: false),
                    appeal_pending = table.Column<bool>(type: "INTEGER", nullable: false),
                    municipality = table.Column<int>(type: "INTEGER", nullable: true),
                    is_housed = table.Column<bool>(type: "INTEGER", nullable: false),
                    return_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    gone_on = table.Column<int>(type: "INTEGER", nullable: true),
                    next_due = table.Column<int>(type: "INTEGER", nullable: true),
                    as_of = table.Column<int>(type: "INTEGER", nullable: false),
                    law = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "marks",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marks", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "sites",
                columns: table => new
                {
                    site = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    modality = table.Column<int>(type: "INTEGER", nullable: false),
                    occupancy = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sites", x => x.site);
                });

            migrationBuilder.CreateTable(
                name: "slots",
                columns: table => new
                {
                    site = table.Column<int>(type: "INTEGER", nullable: false),
                    slot = table.Column<int>(type: "INTEGER", nullable: false),
                    person = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slots", x => new { x.site, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "steps",
                columns: table => new
                {
                    person = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    party = table.Column<int>(type: "INTEGER", nullable: false),
                    earliest = table.Column<int>(type: "INTEGER", nullable: true),
                    last_day = table.Column<int>(type: "INTEGER", nullable: true),
                    norm = table.Column<string>(type: "TEXT", nullable: true),
                    law = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_steps", x => new { x.person, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "streams",
                columns: table => new
                {
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    key_number = table.Column<long>(type: "INTEGER", nullable: true),
                    erased_at = table.Column<long>(type: "INTEGER", nullable: true)
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
