using System.Buffers.Binary;
using System.Text;

namespace Schakel.Web.Documents;

/// <summary>Small documents of each kind.</summary>
internal static class Samples
{
    public static byte[] Pdf(string words = "", string more = "") => Encoding.Latin1.GetBytes(
        $"%PDF-1.4\n% {words}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {more} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

    public static byte[] Png(byte[]? extra = null) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Piece("IHDR", new byte[13]), .. extra is null ? [] : Piece("tEXt", extra), .. Piece("IDAT", [1, 2, 3]), .. Piece("IEND", [])];

    public static byte[] Jpeg(byte[]? comment = null, byte[]? behind = null) =>
        [0xFF, 0xD8, 0xFF, 0xFE, .. Length(comment ?? []), .. comment ?? [], 0xFF, 0xDA, 0, 4, 1, 2, 9, 9, 9, 0xFF, 0xD9, .. behind ?? []];

    private static byte[] Length(byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return length;
    }

    private static byte[] Piece(string kind, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(kind), .. content, 0, 0, 0, 0];
    }
}
