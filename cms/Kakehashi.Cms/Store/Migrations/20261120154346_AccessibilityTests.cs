using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Kakehashi.Cms.Store.Migrations
{
    /// <inheritdoc />
    public partial class AccessibilityTests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accessibility_tests",
                columns: table => new
                {
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    public_document = table.Column<string>(type: "text", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    warned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    overdue_told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accessibility_tests", x => x.fiscal_year);
                });

            migrationBuilder.CreateTable(
                name: "accessibility_tests",
                schema: "delivery",
                columns: table => new
                {
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accessibility_tests", x => x.fiscal_year);
                });

            migrationBuilder.CreateTable(
                name: "self_evaluation",
                columns: table => new
                {
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    attainment = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_self_evaluation", x => new { x.fiscal_year, x.item });
                });

            migrationBuilder.CreateTable(
                name: "evidence_pictures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    page = table.Column<string>(type: "text", nullable: true),
                    caption = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_pictures", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_pictures_accessibility_tests_fiscal_year",
                        column: x => x.fiscal_year,
                        principalTable: "accessibility_tests",
                        principalColumn: "fiscal_year",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "judgements",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    page = table.Column<string>(type: "text", nullable: true),
                    criterion = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    assistive_technology = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judgements", x => x.number);
                    table.ForeignKey(
                        name: "fk_judgements_accessibility_tests_fiscal_year",
                        column: x => x.fiscal_year,
                        principalTable: "accessibility_tests",
                        principalColumn: "fiscal_year",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_pictures_fiscal_year",
                table: "evidence_pictures",
                column: "fiscal_year");

            migrationBuilder.CreateIndex(
                name: "ix_judgements_fiscal_year",
                table: "judgements",
                column: "fiscal_year");

            migrationBuilder.Sql(AppendOnly.Judgements);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accessibility_tests",
                schema: "delivery");

            migrationBuilder.DropTable(
                name: "evidence_pictures");

            migrationBuilder.DropTable(
                name: "judgements");

            migrationBuilder.DropTable(
                name: "self_evaluation");

            migrationBuilder.DropTable(
                name: "accessibility_tests");
        }
    }
}
