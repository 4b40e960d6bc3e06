// Reads lines "CLASS<TAB>JSON", and writes each payload back after a round trip through its class, or "!" and why not.
import com.fasterxml.jackson.core.JsonProcessingException
import liveactivity.*

fun through(name: String, text: String): String = when (name) {
    "CLASS" -> CLASS.fromJson(text).toJson() // each class
    else -> throw IllegalStateException(name)
}

fun main() {
    val out = java.io.PrintStream(System.out, true, "UTF-8")
    for (line in System.`in`.bufferedReader(Charsets.UTF_8).lineSequence()) {
        val (name, text) = line.split("\t", limit = 2)
        out.println(
            try {
                through(name, text)
            } catch (error: JsonProcessingException) {
                "!" + error.originalMessage.replace("\n", " ")
            } catch (error: IllegalArgumentException) {
                "!" + error
            }
        )
    }
}
