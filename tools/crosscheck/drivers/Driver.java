// Reads lines "CLASS<TAB>JSON", and writes each payload back after a round trip through its class, or "!" and why not.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import liveactivity.Converter;

public class Driver {
    public static void main(String[] none) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t", 2);
            try {
                out.println(through(parts[0], parts[1]));
            } catch (IOException error) {
                out.println("!" + error.getMessage().replace("\n", " "));
            }
        }
    }

    static String through(String name, String text) throws IOException {
        switch (name) {
            case "CLASS": return Converter.CLASSToJsonString(Converter.CLASSFromJsonString(text)); // each class
            default: throw new IllegalArgumentException(name);
        }
    }
}
