using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>Members that have not withdrawn.</summary>
static class ActiveMembers
{
    /// <summary>What a former member's link is answered.</summary>
    public const string Gone = "この会員は退会しているため、受け付けられませんでした。もう一度登録するときは、「会員登録」からお申し込みください。";

    /// <summary>The member, locked until the transaction ends; null for nobody and for former ones.</summary>
    public static async Task<MemberRecord?> ActiveMemberAsync(this CmsDb db, Guid? id, CancellationToken ct) =>
        id is null ? null : await db.Members.FromSql($"SELECT *, xmin FROM members WHERE id = {id} AND state = 'Active' FOR UPDATE").AsTracking().SingleOrDefaultAsync(ct);
}
