using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Cms.Store.Migrations
{
    /// <inheritdoc />
    public partial class PersonalData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Kept unencrypted until now: whoever has an older backup could make cookies with them. Everybody signs in once more.
            migrationBuilder.Sql("DELETE FROM protection_keys");
            migrationBuilder.AddColumn<byte[]>(
                name: "key",
                table: "submission_files",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "personal",
                table: "outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "sealed",
                table: "outbox",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "contact_address_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: false),
                    address_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    new_confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    old_confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_address_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_address_changes_member_contacts_contact_id",
                        column: x => x.contact_id,
                        principalTable: "member_contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "personal_keys",
                columns: table => new
                {
                    key_id = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personal_keys", x => x.key_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contact_address_changes_contact_id",
                table: "contact_address_changes",
                column: "contact_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contact_address_changes_created_at",
                table: "contact_address_changes",
                column: "created_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_address_changes");

            migrationBuilder.DropTable(
                name: "personal_keys");

            migrationBuilder.DropColumn(
                name: "key",
                table: "submission_files");

            migrationBuilder.DropColumn(
                name: "personal",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "sealed",
                table: "outbox");
        }
    }
}
