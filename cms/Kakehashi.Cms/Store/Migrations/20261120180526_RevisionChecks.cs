using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Cms.Store.Migrations
{
    /// <inheritdoc />
    public partial class RevisionChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "revision_checks",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision_number = table.Column<int>(type: "integer", nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false),
                    judged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revision_checks", x => new { x.item_id, x.revision_number });
                    table.ForeignKey(
                        name: "fk_revision_checks_items_item_id",
                        column: x => x.item_id,
                        principalTable: "items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "revision_findings",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision_number = table.Column<int>(type: "integer", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    weight = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    page_line = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    excerpt = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revision_findings", x => new { x.item_id, x.revision_number, x.fingerprint });
                    table.ForeignKey(
                        name: "fk_revision_findings_revision_checks_item_id_revision_number",
                        columns: x => new { x.item_id, x.revision_number },
                        principalTable: "revision_checks",
                        principalColumns: new[] { "item_id", "revision_number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_revision_findings_weight_rule",
                table: "revision_findings",
                columns: new[] { "weight", "rule" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "revision_findings");

            migrationBuilder.DropTable(
                name: "revision_checks");
        }
    }
}
