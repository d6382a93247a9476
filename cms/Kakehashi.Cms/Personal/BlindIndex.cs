using System.Security.Cryptography;
using System.Text;
using Kakehashi.Content;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Personal;

/// <summary>Finds personal data by equality without the database knowing them: HMAC-SHA-256 of the folded value under a key of its own.</summary>
/// <remarks>Equal values have equal entries; that is what a copy of the database tells.</remarks>
public sealed class BlindIndex(KeyRing ring)
{
    /// <summary>Entry of an e-mail address; letters' case and width do not matter.</summary>
    public byte[] OfEmail(string address) => Of("email", FieldInput.HalfWidth(address.Trim()).ToLowerInvariant());

    /// <summary>Entry of a person's or organisation's name, in characters or in kana; width, case, kind of kana and blanks do not matter.</summary>
    public byte[] OfName(string name) => Of("name", string.Concat(KanaFolding.Hiragana(FieldInput.HalfWidth(name)).Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant());

    byte[] Of(string kind, string folded) => HMACSHA256.HashData(ring.Index, Encoding.UTF8.GetBytes($"{kind}\0{folded}"));
}
