using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Kakehashi.Cms.Personal;

/// <summary>Keeps the keys of ASP.NET Core Data Protection unreadable in the database, under the ring of personal keys.</summary>
sealed class ProtectionKeyCipher(PersonalCipher cipher) : IXmlEncryptor
{
    static readonly Place Place = new("protection_keys", Guid.Empty, "xml");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("kept", Convert.ToBase64String(cipher.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Place))), typeof(Decryptor));

    /// <summary>Made by Data Protection, by its name in the stored element.</summary>
    public sealed class Decryptor(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(services.GetRequiredService<PersonalCipher>().Open(Convert.FromBase64String(encryptedElement.Value), Place));
    }
}
