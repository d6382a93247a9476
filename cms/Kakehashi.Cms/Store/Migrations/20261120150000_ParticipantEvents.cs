using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Cms.Store.Migrations
{
    /// <inheritdoc />
    public partial class ParticipantEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_participants_event_state_applied_at",
                table: "participants");

            migrationBuilder.AddColumn<Guid>(
                name: "event_id",
                table: "participants",
                type: "uuid",
                nullable: true);

            // Every application knows its event's item.
            migrationBuilder.Sql("UPDATE participants SET event_id = submissions.item_id FROM submissions WHERE submissions.id = participants.submission_id");

            migrationBuilder.AlterColumn<Guid>(
                name: "event_id",
                table: "participants",
                type: "uuid",
                nullable: false,
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.DropColumn(
                name: "event",
                table: "participants");

            migrationBuilder.CreateIndex(
                name: "ix_participants_event_id_state_applied_at",
                table: "participants",
                columns: new[] { "event_id", "state", "applied_at" });

            migrationBuilder.AddForeignKey(
                name: "fk_participants_items_event_id",
                table: "participants",
                column: "event_id",
                principalTable: "items",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_participants_items_event_id",
                table: "participants");

            migrationBuilder.DropIndex(
                name: "ix_participants_event_id_state_applied_at",
                table: "participants");

            migrationBuilder.AddColumn<string>(
                name: "event",
                table: "participants",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE participants SET event = items.slug FROM items WHERE items.id = participants.event_id");

            migrationBuilder.DropColumn(
                name: "event_id",
                table: "participants");

            migrationBuilder.CreateIndex(
                name: "ix_participants_event_state_applied_at",
                table: "participants",
                columns: new[] { "event", "state", "applied_at" });
        }
    }
}
