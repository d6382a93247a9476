namespace Kakehashi.Server.Certificates;

/// <summary>A certificate that cannot be read or used; the message names the file and what to do.</summary>
public sealed class CertificateException(string message, Exception? innerException = null) : Exception(message, innerException);
