namespace Kakehashi.Cms.Store;

/// <summary>Rules that PostgreSQL itself keeps, whoever writes.</summary>
static class AppendOnly
{
    /// <summary>Rows of the audit log and revisions can be added, never changed or taken away.</summary>
    public const string Sql = """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
        END $$;
        CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER revisions_only_grow BEFORE UPDATE OR DELETE ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER revisions_are_not_emptied BEFORE TRUNCATE ON revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    /// <summary>Reasons for which warnings stay can be added, never changed or taken away.</summary>
    public const string FindingReasons = """
        CREATE TRIGGER finding_reasons_only_grow BEFORE UPDATE OR DELETE ON finding_reasons FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER finding_reasons_are_not_emptied BEFORE TRUNCATE ON finding_reasons FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    /// <summary>The same of what people judged in accessibility tests.</summary>
    public const string Judgements = """
        CREATE TRIGGER judgements_only_grow BEFORE UPDATE OR DELETE ON judgements FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER judgements_are_not_emptied BEFORE TRUNCATE ON judgements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    /// <summary>The same of what was answered in self-evaluations, and of their publications.</summary>
    public const string Evaluations = """
        CREATE TRIGGER evaluation_answers_only_grow BEFORE UPDATE OR DELETE ON evaluation_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER evaluation_answers_are_not_emptied BEFORE TRUNCATE ON evaluation_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER evaluation_publications_only_grow BEFORE UPDATE OR DELETE ON evaluation_publications FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER evaluation_publications_are_not_emptied BEFORE TRUNCATE ON evaluation_publications FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;
}
