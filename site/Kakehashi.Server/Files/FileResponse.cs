using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Kakehashi.Server.Files;

/// <summary>Writes one version of a file: whole, one range of it, or word that the client has it already.</summary>
/// <remarks>RFC 9110. Last-Modified is left out: times change when the same bytes are built again, content hashes do not.</remarks>
internal static class FileResponse
{
    private const int WriteSize = 64 * 1024;
    private static readonly StringValues VaryByCoding = "Accept-Encoding";
    private static readonly StringValues Bytes = "bytes";

    public static Task WriteAsync(HttpContext context, OpenedFile file)
    {
        var response = context.Response;
        response.Headers.ETag = file.Version.ETag;
        response.Headers.CacheControl = file.Version.CacheControl;
        response.Headers.Vary = VaryByCoding;
        if (ClientHas(context.Request.Headers.IfNoneMatch, file.Version.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.Headers.AcceptRanges = Bytes;
        return RequestedRange(context.Request, file.Version) is { } range
            ? WriteRangeAsync(context, file, range)
            : WriteContentAsync(context, file, 0, file.Version.Stamp.Length);
    }

    /// <summary>Writes a page that explains an error; it has no entity tag and is never stored.</summary>
    public static Task WriteErrorAsync(HttpContext context, OpenedFile page, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = VaryByCoding;
        return WriteContentAsync(context, page, 0, page.Version.Stamp.Length);
    }

    private static bool ClientHas(StringValues ifNoneMatch, string etag)
    {
        if (ifNoneMatch.Count == 0)
            return false;
        if (ifNoneMatch.Count == 1 && (ifNoneMatch[0] == etag || ifNoneMatch[0] == "*"))
            return true;
        var own = new EntityTagHeaderValue(etag);
        return EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags)
            && tags.Any(tag => tag.Compare(own, useStrongComparison: false));
    }

    /// <returns>Null for the whole file: no range, several ranges, or a range of another version (If-Range).</returns>
    private static RangeItemHeaderValue? RequestedRange(HttpRequest request, FileVersion version) =>
        request.Headers.Range.Count == 1
            && HttpMethods.IsGet(request.Method)
            && (request.Headers.IfRange.Count == 0 || request.Headers.IfRange == version.ETag)
            && RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var range)
            && range is { Ranges.Count: 1 } && range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
                ? range.Ranges.First()
                : null;

    private static Task WriteRangeAsync(HttpContext context, OpenedFile file, RangeItemHeaderValue range)
    {
        var total = file.Version.Stamp.Length;
        var first = range.From ?? Math.Max(0, total - range.To!.Value);
        var last = range.From is null ? total - 1 : Math.Min(range.To ?? long.MaxValue, total - 1);
        if (first > last)
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{total}");
            return Task.CompletedTask;
        }
        context.Response.StatusCode = StatusCodes.Status206PartialContent;
        context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{last}/{total}");
        return WriteContentAsync(context, file, first, last - first + 1);
    }

    private static Task WriteContentAsync(HttpContext context, OpenedFile file, long offset, long length)
    {
        var response = context.Response;
        response.Headers.ContentType = file.Version.ContentType;
        response.Headers.ContentDisposition = file.Version.ContentDisposition;
        response.Headers.ContentEncoding = file.Version.ContentEncoding;
        response.ContentLength = length;
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        return file.Version.Bytes is { } bytes
            ? response.BodyWriter.WriteAsync(bytes.AsMemory((int)offset, (int)length)).AsTask()
            : CopyAsync(context, file, offset, length);
    }

    private static async Task CopyAsync(HttpContext context, OpenedFile file, long offset, long length)
    {
        var writer = context.Response.BodyWriter;
        for (var end = offset + length; offset < end;)
        {
            var memory = writer.GetMemory(WriteSize);
            var read = await RandomAccess.ReadAsync(file.Handle!, memory[..(int)Math.Min(memory.Length, end - offset)], offset);
            if (read == 0)
            {
                // Someone shortened the file in place: a broken connection is honest, a short body is not.
                context.Abort();
                return;
            }
            writer.Advance(read);
            offset += read;
            if ((await writer.FlushAsync()).IsCompleted)
                return;
        }
    }
}
