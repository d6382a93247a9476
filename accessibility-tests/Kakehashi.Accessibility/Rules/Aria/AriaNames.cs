namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>Roles and attributes of WAI-ARIA 1.2, and what a role needs.</summary>
internal static class AriaNames
{
    public static HashSet<string> Roles { get; } = Set(
        "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox complementary contentinfo definition deletion dialog document emphasis feed figure form " +
        "generic grid gridcell group heading img image insertion link list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph " +
        "presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong subscript superscript suggestion switch tab table tablist tabpanel term " +
        "textbox time timer toolbar tooltip tree treegrid treeitem comment directory");

    public static HashSet<string> Attributes { get; } = Set(
        "activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount colindex colindextext colspan controls current describedby description details disabled dropeffect errormessage " +
        "expanded flowto grabbed haspopup hidden invalid keyshortcuts label labelledby level live modal multiline multiselectable orientation owns placeholder posinset pressed readonly relevant required roledescription " +
        "rowcount rowindex rowindextext rowspan selected setsize sort valuemax valuemin valuenow valuetext");

    /// <summary>The values allowed for attributes that take one of a few.</summary>
    public static Dictionary<string, HashSet<string>> Values { get; } = new(StringComparer.Ordinal)
    {
        ["aria-atomic"] = Set("true false"), ["aria-busy"] = Set("true false"), ["aria-checked"] = Set("true false mixed undefined"), ["aria-disabled"] = Set("true false"),
        ["aria-expanded"] = Set("true false undefined"), ["aria-hidden"] = Set("true false undefined"), ["aria-modal"] = Set("true false"), ["aria-pressed"] = Set("true false mixed undefined"),
        ["aria-readonly"] = Set("true false"), ["aria-required"] = Set("true false"), ["aria-selected"] = Set("true false undefined"), ["aria-live"] = Set("off polite assertive"),
        ["aria-current"] = Set("page step location date time true false"), ["aria-haspopup"] = Set("true false menu listbox tree grid dialog"), ["aria-invalid"] = Set("true false grammar spelling"),
        ["aria-sort"] = Set("ascending descending none other"), ["aria-orientation"] = Set("horizontal vertical undefined"), ["aria-autocomplete"] = Set("inline list both none"),
    };

    /// <summary>The attributes without which a role says nothing.</summary>
    public static Dictionary<string, string[]> Needs { get; } = new(StringComparer.Ordinal)
    {
        ["checkbox"] = ["aria-checked"], ["switch"] = ["aria-checked"], ["menuitemcheckbox"] = ["aria-checked"], ["menuitemradio"] = ["aria-checked"], ["radio"] = ["aria-checked"],
        ["heading"] = ["aria-level"], ["slider"] = ["aria-valuenow"], ["meter"] = ["aria-valuenow"], ["scrollbar"] = ["aria-valuenow", "aria-controls"], ["combobox"] = ["aria-expanded"],
    };

    /// <summary>The roles one of which must stand around a role.</summary>
    public static Dictionary<string, HashSet<string>> Parents { get; } = new(StringComparer.Ordinal)
    {
        ["listitem"] = Set("list directory"), ["tab"] = Set("tablist"), ["option"] = Set("listbox"), ["treeitem"] = Set("tree"), ["row"] = Set("table grid treegrid"), ["rowgroup"] = Set("table grid treegrid"),
        ["cell"] = Set("row"), ["gridcell"] = Set("row"), ["columnheader"] = Set("row"), ["rowheader"] = Set("row"), ["menuitem"] = Set("menu menubar"), ["menuitemcheckbox"] = Set("menu menubar"), ["menuitemradio"] = Set("menu menubar"),
    };

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
