// Reads lines "CLASS<TAB>JSON", and writes each payload back after a round trip through its class, or "!" and why not.
using System;
using System.IO;
using LiveActivity;

public static class Driver
{
    public static void Main()
    {
        var input = new StreamReader(Console.OpenStandardInput());
        var output = new StreamWriter(Console.OpenStandardOutput());
        for (var line = input.ReadLine(); line != null; line = input.ReadLine())
        {
            var parts = line.Split(new[] { '\t' }, 2);
            string back;
            try { back = Through(parts[0], parts[1]); }
            catch (Exception error) { back = "!" + error.Message.Replace("\n", " "); }
            output.WriteLine(back);
        }
        output.Flush();
    }

    static string Through(string name, string text)
    {
        switch (name)
        {
            case "CLASS": return CLASS.FromJson(text).ToJson(); // each class
            default: throw new ArgumentException(name);
        }
    }
}
