package io.plimsoll.core.authz;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.List;

/** The lines of a policy file. Mirrors {@code NewFromFile} of {@code pkg/auth/authorizer/abac}. */
final class AbacFile {

  /** How many bytes Go's scanner holds, the line break included. */
  private static final int LONGEST_LINE = 64 * 1024;

  private final String path;
  private final String text;

  AbacFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  List<AbacPolicy> policies() {
    List<AbacPolicy> policies = new ArrayList<>();
    int number = 0;
    int start = 0;
    while (start < text.length()) {
      number++;
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end < 0 ? text.length() : end);
      if (GoText.length(line) >= LONGEST_LINE) {
        throw new IllegalArgumentException(
            "error reading policy file " + path + ": bufio.Scanner: token too long");
      }
      add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, number, policies);
      start = end < 0 ? text.length() : end + 1;
    }
    return policies;
  }

  private void add(String line, int number, List<AbacPolicy> policies) {
    String trimmed = line.strip();
    if (trimmed.isEmpty() || trimmed.startsWith("#")) {
      return;
    }
    try {
      policies.add(AbacLine.parse(line));
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "error reading policy file " + path + ", line " + number + ": " + line + ": "
              + refused.getMessage(),
          refused);
    }
  }
}
