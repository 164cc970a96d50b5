package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EncoderCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new EncoderCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void theListIsJsonWhenAsked() throws Exception {
    assertEquals(ExitCodes.FINE, run("list", "--json"));
    JsonNode list = new ObjectMapper().readTree(out.toString());
    assertEquals("clip-vit-base-patch32", list.get(0).get("name").textValue());
    assertTrue(list.get(0).has("folder"));
  }

  @Test
  void anUnknownNameIsBadData() {
    assertEquals(ExitCodes.BAD_DATA, run("get", "vgg"));
    assertTrue(err.toString().startsWith("There is no encoder 'vgg' in the catalogue"));
  }

  @Test
  void noSubcommandIsAnErrorOfUsage() {
    assertEquals(ExitCodes.USAGE, run());
    assertTrue(err.toString().startsWith("Say list, get, check or remove."));
  }
}
