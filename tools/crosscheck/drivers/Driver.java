// Reads lines "CLASS<TAB>JSON", and writes each payload back after a round trip through its class, or "!" and why not.
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import liveactivity.*;

public class Driver {
    // The setting that schemas/README.md names: without it, what is not set is sent as null.
    static final ObjectMapper MAPPER = new ObjectMapper().setDefaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));

    public static void main(String[] none) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t", 2);
            out.println(through(parts[0], parts[1]));
        }
    }

    static String through(String name, String text) throws Exception {
        Object made;
        try {
            made = MAPPER.readValue(text, Class.forName("liveactivity." + name));
        } catch (JsonProcessingException error) {
            return "!" + error.getOriginalMessage().replace("\n", " ");
        }
        return MAPPER.writeValueAsString(made);
    }
}
