using System.Reflection;

namespace Kakehashi.Content;

/// <summary>Japanese names of enum members.</summary>
public static class Labels
{
    /// <summary>The <see cref="LabelAttribute"/> of a member, or its name where it has none.</summary>
    public static string Label(this Enum value) => Of(value.GetType(), value.ToString());

    internal static string Of(Type type, string name) => type.GetField(name)?.GetCustomAttribute<LabelAttribute>()?.Text ?? name;
}
