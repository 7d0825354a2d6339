package io.latchless.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the contract table in the Javadoc of a public type. */
public final class Contract {
  private Contract() {}

  /** Returns the Memory row in the Javadoc of a type, on one line. */
  public static String memory(String module, String packageName, String type) throws IOException {
    Path source =
        Path.of(
            System.getProperty("project.root", ".."),
            module + "/src/main/java/" + packageName.replace('.', '/'),
            type + ".java");
    Matcher row =
        Pattern.compile("<th scope=\"row\">Memory<td>(.*?)<(?:tr|/table)>", Pattern.DOTALL)
            .matcher(Files.readString(source).replace("\n *", " ").replaceAll(" +", " "));
    assertThat(row.find()).as(type).isTrue();
    return row.group(1);
  }
}
