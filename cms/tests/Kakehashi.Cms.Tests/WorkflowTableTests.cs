using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests;

/// <summary>Every state × action × role through the desk, against the table of <see cref="Editorial"/>.</summary>
public sealed class WorkflowTableTests(Installation cms) : IClassFixture<Installation>
{
    static int made;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<EditorialState, EditorialAction, Role> Everything()
    {
        var data = new TheoryData<EditorialState, EditorialAction, Role>();
        foreach (var state in Enum.GetValues<EditorialState>().Where(state => state != EditorialState.InCheck))
            foreach (var action in Enum.GetValues<EditorialAction>().Where(action => action != EditorialAction.Publish))
                foreach (var role in Enum.GetValues<Role>()) data.Add(state, action, role);
        return data;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task The_desk_keeps_to_the_table(EditorialState state, EditorialAction action, Role role)
    {
        var (id, revision) = await InStateAsync(state);
        var outcome = action == EditorialAction.Save
            ? await cms.Desk.SaveAsync(id, revision, new Draft("", Installation.Article($"題名{role}"), null, null), Person(role), Ct)
            : await cms.Desk.ActAsync(id, revision, action, "理由です。", Person(role), Ct);

        // Nothing of these items is public unless they are in the state Published.
        var expected = Editorial.Next(state, action, check: false);
        if (action == EditorialAction.End && state != EditorialState.Published) expected = null;
        if (!Editorial.May(role, action)) Assert.IsType<Outcome.Forbidden>(outcome);
        else if (expected is null) Assert.IsType<Outcome.NotLegal>(outcome);
        else Assert.Equal(action == EditorialAction.Approve ? EditorialState.Published : expected, Installation.Done(outcome).State);

        var after = (await cms.Get<ItemQueries>().FindAsync(id, Ct))!;
        if (outcome is not Outcome.Done) Assert.Equal((state, revision), (after.Item.State, after.Newest.Number));
        Assert.Equal(after.Item.LiveRevisionId is not null, await cms.PublicAsync(id) is not null);
    }

    Actor Person(Role role) => role switch
    {
        Role.Editor => cms.Editor,
        Role.Approver => cms.Approver,
        Role.Secretariat => cms.Secretariat,
        _ => cms.Operator,
    };

    async Task<(Guid Id, int Revision)> InStateAsync(EditorialState state)
    {
        var slug = $"state-{Interlocked.Increment(ref made)}";
        var item = await cms.CreateAsync(slug, publishAt: state == EditorialState.Approved ? cms.Clock.GetUtcNow().AddDays(1) : null);
        Task ActAsync(EditorialAction action, Actor actor) => DoneAsync(cms.Desk.ActAsync(item.Id, 1, action, "理由です。", actor, Ct));
        if (state == EditorialState.Draft) return (item.Id, 1);
        await ActAsync(EditorialAction.Submit, cms.Editor);
        if (state == EditorialState.Returned) await ActAsync(EditorialAction.Return, cms.Approver);
        if (state is EditorialState.Approved or EditorialState.Published or EditorialState.Ended) await ActAsync(EditorialAction.Approve, cms.Approver);
        if (state == EditorialState.Ended) await ActAsync(EditorialAction.End, cms.Approver);
        return (item.Id, 1);
    }

    static async Task DoneAsync(Task<Outcome> outcome) => Installation.Done(await outcome);
}
