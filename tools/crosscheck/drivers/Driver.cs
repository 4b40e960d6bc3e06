// Reads lines of the form "pair<TAB>JSON" and writes each payload back as JSON after a round trip through the types.
public static class Driver
{
    public static void Main()
    {
        var output = new System.IO.StreamWriter(System.Console.OpenStandardOutput());
        for (var line = System.Console.ReadLine(); line != null; line = System.Console.ReadLine())
        {
            var parts = line.Split(new[] { '\t' }, 2);
            output.WriteLine(Through(parts[0], parts[1]));
        }
        output.Flush();
    }

    static string Through(string pair, string text)
    {
        switch (pair)
        {
            case "PAIR": return PAIR.Serialize.ToJson(PAIR.CLASS.FromJson(text)); // each pair
            default: throw new System.ArgumentException(pair);
        }
    }
}
