using System.Text;

namespace Kakehashi.Content.Forms;

/// <summary>Readings in one form: hiragana, whatever kana were typed.</summary>
public static class KanaFolding
{
    // U+FF66 to U+FF9D in order, as hiragana.
    const string HalfWidthKana = "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";
    const string Voiceable = "かきくけこさしすせそたちつてとはひふへほ";
    const string SemiVoiceable = "はひふへほ";

    /// <summary>Katakana and half-width kana become hiragana; runs of blanks become one; all else stays.</summary>
    public static string Hiragana(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            switch (character)
            {
                case >= 'ァ' and <= 'ヶ':
                    folded.Append((char)(character - 0x60));
                    break;
                case >= 'ｦ' and <= 'ﾝ':
                    folded.Append(HalfWidthKana[character - 'ｦ']);
                    break;
                case 'ﾞ' or '゛' or '\u3099' when folded.Length > 0 && folded[^1] == 'う':
                    folded[^1] = 'ゔ';
                    break;
                case 'ﾞ' or '゛' or '\u3099' when folded.Length > 0 && Voiceable.Contains(folded[^1], StringComparison.Ordinal):
                    folded[^1]++;
                    break;
                case 'ﾟ' or '゜' or '\u309A' when folded.Length > 0 && SemiVoiceable.Contains(folded[^1], StringComparison.Ordinal):
                    folded[^1] += (char)2;
                    break;
                case '･':
                    folded.Append('・');
                    break;
                case '　' or ' ' when folded.Length > 0 && folded[^1] is '　' or ' ':
                    break;
                case >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ':
                    folded.Append((char)(character - '！' + '!'));
                    break;
                default:
                    folded.Append(character);
                    break;
            }
        }
        return folded.ToString();
    }
}
