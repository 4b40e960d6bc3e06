// Reads lines of the form "pair<TAB>JSON" and writes each payload back as JSON after a round trip through the types.
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

public class Driver {
    static final ObjectMapper MAPPER = new ObjectMapper();

    public static void main(String[] none) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        java.io.PrintStream out = new java.io.PrintStream(System.out, true, "UTF-8");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t", 2);
            out.println(through(parts[0], parts[1]));
        }
    }

    static String through(String pair, String text) throws Exception {
        switch (pair) {
            case "PAIR": return MAPPER.writeValueAsString(MAPPER.readValue(text, PAIR.CLASS.class)); // each pair
            default: throw new IllegalArgumentException(pair);
        }
    }
}
