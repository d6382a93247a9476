using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Kakehashi.Cms.Store.Migrations
{
    /// <inheritdoc />
    public partial class SelfEvaluations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_self_evaluation",
                table: "self_evaluation");

            migrationBuilder.RenameTable(
                name: "self_evaluation",
                newName: "evaluation_answers");

            migrationBuilder.AddColumn<string>(
                name: "criterion",
                table: "evidence_pictures",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "number",
                table: "evaluation_answers",
                type: "bigint",
                nullable: false)
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

            migrationBuilder.AddColumn<string>(
                name: "by",
                table: "evaluation_answers",
                type: "text",
                nullable: false,
                defaultValue: "事務局");

            migrationBuilder.AddPrimaryKey(
                name: "pk_evaluation_answers",
                table: "evaluation_answers",
                column: "number");

            migrationBuilder.CreateTable(
                name: "evaluation_publications",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluation_publications", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "self_evaluations",
                schema: "delivery",
                columns: table => new
                {
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_self_evaluations", x => x.fiscal_year);
                });

            migrationBuilder.CreateIndex(
                name: "ix_evaluation_answers_fiscal_year",
                table: "evaluation_answers",
                column: "fiscal_year");

            migrationBuilder.CreateIndex(
                name: "ix_evaluation_publications_fiscal_year",
                table: "evaluation_publications",
                column: "fiscal_year");

            migrationBuilder.Sql(AppendOnly.Evaluations);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER evaluation_answers_only_grow ON evaluation_answers; DROP TRIGGER evaluation_answers_are_not_emptied ON evaluation_answers");

            migrationBuilder.DropTable(
                name: "evaluation_publications");

            migrationBuilder.DropTable(
                name: "self_evaluations",
                schema: "delivery");

            migrationBuilder.DropPrimaryKey(
                name: "pk_evaluation_answers",
                table: "evaluation_answers");

            migrationBuilder.DropIndex(
                name: "ix_evaluation_answers_fiscal_year",
                table: "evaluation_answers");

            migrationBuilder.DropColumn(
                name: "criterion",
                table: "evidence_pictures");

            migrationBuilder.DropColumn(
                name: "number",
                table: "evaluation_answers");

            migrationBuilder.DropColumn(
                name: "by",
                table: "evaluation_answers");

            migrationBuilder.RenameTable(
                name: "evaluation_answers",
                newName: "self_evaluation");

            migrationBuilder.AddPrimaryKey(
                name: "pk_self_evaluation",
                table: "self_evaluation",
                columns: new[] { "fiscal_year", "item" });
        }
    }
}
