using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Content.Folder;

/// <summary>Custom questions in front matter: a list of mappings.</summary>
static class QuestionsYaml
{
    static readonly string[] Keys = ["label", "kind", "required", "hint", "choices"];

    public static void Write(YamlText yaml, string name, JsonArray questions)
    {
        yaml.Line($"{name}:");
        foreach (var question in questions)
        {
            var indent = "  - ";
            foreach (var key in Keys)
            {
                if (question![key] is not { } value) continue;
                if (value is JsonArray choices)
                {
                    yaml.Line($"{indent}{key}:");
                    foreach (var choice in choices) yaml.Line($"      - {YamlText.Quote(choice!.ToString())}");
                }
                else yaml.Line($"{indent}{key}: {(key == "required" ? value.ToJsonString() : YamlText.Quote(value.ToString()))}");
                indent = "    ";
            }
        }
    }

    /// <summary>Reads the list; mistakes of form are reported and left out.</summary>
    public static JsonArray Read(string name, YamlSequenceNode list, Action<YamlNode, string> report) =>
        new([.. list.Cast<YamlMappingNode>().Select(mapping => CustomQuestions.Canonical(Question(name, mapping, report)))]);

    static JsonObject Question(string name, YamlMappingNode mapping, Action<YamlNode, string> report)
    {
        var question = new JsonObject();
        foreach (var (keyNode, node) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            switch (key, node)
            {
                case ("choices", YamlSequenceNode choices) when choices.All(choice => choice is YamlScalarNode):
                    question[key] = new JsonArray([.. choices.Select(choice => JsonValue.Create(((YamlScalarNode)choice).Value ?? ""))]);
                    break;
                case ("required", YamlScalarNode { Value: "true" or "false" } flag):
                    question[key] = flag.Value == "true";
                    break;
                case ("label" or "kind" or "hint", YamlScalarNode text):
                    question[key] = text.Value ?? "";
                    break;
                default:
                    report(keyNode, Keys.Contains(key, StringComparer.Ordinal)
                        ? $"「{name}」の「{key}」の書き方が違います。{(key == "required" ? "true か false にしてください。" : key == "choices" ? "選択肢を1行に1つずつ並べてください。" : "文字で入力してください。")}"
                        : $"「{name}」の中に「{key}」という項目はありません。使える項目：{string.Join("、", Keys)}");
                    break;
            }
        }
        return question;
    }
}
