using System.Text;

namespace Projects.Grains;

/// <summary>Rows that come in one order and are read in another, kept in a file that is gone when it is closed: memory holds where each begins, and no more.</summary>
internal sealed class RowSpool : IDisposable
{
    private readonly FileStream file = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
    {
        Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = 1 << 16,
    });

    private readonly BinaryWriter writer;
    private readonly long[] begins;

    public RowSpool(int count)
    {
        writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
        begins = new long[count];
        Array.Fill(begins, -1);
    }

    /// <param name="place">Where it stands among all, from 0.</param>
    public void Put(int place, IReadOnlyList<string> cells)
    {
        begins[place] = file.Position;
        writer.Write(cells.Count);
        foreach (var cell in cells)
            writer.Write(cell);
        writer.Flush();
    }

    /// <summary>By their places; one that was never put is passed over.</summary>
    public IEnumerable<IReadOnlyList<string>> InOrder()
    {
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        foreach (var begin in begins.Where(begin => begin >= 0))
        {
            file.Position = begin;
            var cells = new string[reader.ReadInt32()];
            for (var at = 0; at < cells.Length; at++)
                cells[at] = reader.ReadString();
            yield return cells;
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        file.Dispose();
    }
}
