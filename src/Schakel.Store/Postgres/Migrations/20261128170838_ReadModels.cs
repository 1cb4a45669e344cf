using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schakel.Store.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ReadModels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_steps_party_code_last_day",
                table: "steps");

            migrationBuilder.AddColumn<int>(
                name: "force",
                table: "steps",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "lapses",
                table: "steps",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rank",
                table: "steps",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "sort_day",
                table: "steps",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "until",
                table: "steps",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "waits_for",
                table: "steps",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "appointments",
                columns: table => new
                {
                    generation = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    minute = table.Column<int>(type: "integer", nullable: true),
                    centre = table.Column<int>(type: "integer", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appointments", x => new { x.generation, x.person, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    generation = table.Column<int>(type: "integer", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => new { x.generation, x.month, x.kind, x.detail });
                });

            migrationBuilder.CreateTable(
                name: "housing_tasks",
                columns: table => new
                {
                    generation = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<long>(type: "bigint", nullable: false),
                    municipality = table.Column<int>(type: "integer", nullable: true),
                    linked_on = table.Column<int>(type: "integer", nullable: true),
                    offers = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_housing_tasks", x => new { x.generation, x.person });
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    generation = table.Column<int>(type: "integer", nullable: false),
                    household = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => new { x.generation, x.household, x.person });
                });

            migrationBuilder.CreateTable(
                name: "occupancy",
                columns: table => new
                {
                    generation = table.Column<int>(type: "integer", nullable: false),
                    site = table.Column<int>(type: "integer", nullable: false),
                    modality = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    residents = table.Column<long>(type: "bigint", nullable: false),
                    places = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occupancy", x => new { x.generation, x.site, x.day, x.modality });
                });

            migrationBuilder.CreateTable(
                name: "return_cases",
                columns: table => new
                {
                    generation = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<long>(type: "bigint", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    counsellor = table.Column<int>(type: "integer", nullable: true),
                    document_requested = table.Column<bool>(type: "boolean", nullable: false),
                    agreed_until = table.Column<int>(type: "integer", nullable: true),
                    procedure_pending = table.Column<bool>(type: "boolean", nullable: false),
                    deferred_until = table.Column<int>(type: "integer", nullable: true),
                    available = table.Column<bool>(type: "boolean", nullable: false),
                    detained_since = table.Column<int>(type: "integer", nullable: true),
                    detention_basis = table.Column<int>(type: "integer", nullable: true),
                    flight_on = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_cases", x => new { x.generation, x.person });
                });

            migrationBuilder.CreateTable(
                name: "search_terms",
                columns: table => new
                {
                    generation = table.Column<int>(type: "integer", nullable: false),
                    term = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_terms", x => new { x.generation, x.term, x.person });
                });

            migrationBuilder.CreateIndex(
                name: "IX_steps_party_rank_sort_day",
                table: "steps",
                columns: new[] { "party", "rank", "sort_day" });

            migrationBuilder.CreateIndex(
                name: "IX_appointments_generation_day_kind",
                table: "appointments",
                columns: new[] { "generation", "day", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_housing_tasks_generation_municipality_state",
                table: "housing_tasks",
                columns: new[] { "generation", "municipality", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_members_generation_person",
                table: "members",
                columns: new[] { "generation", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_return_cases_generation_counsellor",
                table: "return_cases",
                columns: new[] { "generation", "counsellor" });

            migrationBuilder.CreateIndex(
                name: "IX_search_terms_generation_person",
                table: "search_terms",
                columns: new[] { "generation", "person" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appointments");

            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "housing_tasks");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "occupancy");

            migrationBuilder.DropTable(
                name: "return_cases");

            migrationBuilder.DropTable(
                name: "search_terms");

            migrationBuilder.DropIndex(
                name: "IX_steps_party_rank_sort_day",
                table: "steps");

            migrationBuilder.DropColumn(
                name: "force",
                table: "steps");

            migrationBuilder.DropColumn(
                name: "lapses",
                table: "steps");

            migrationBuilder.DropColumn(
                name: "rank",
                table: "steps");

            migrationBuilder.DropColumn(
                name: "sort_day",
                table: "steps");

            migrationBuilder.DropColumn(
                name: "until",
                table: "steps");

            migrationBuilder.DropColumn(
                name: "waits_for",
                table: "steps");

            migrationBuilder.CreateIndex(
                name: "IX_steps_party_code_last_day",
                table: "steps",
                columns: new[] { "party", "code", "last_day" });
        }
    }
}
