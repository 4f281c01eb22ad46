package io.plimsoll.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class of this module in a JVM of its own. */
final class Jvm {

  private Jvm() {}

  /**
   * What a run came to.
   *
   * @param succeeded whether its exit code was 0
   * @param output what it printed, errors included
   * @param millis how long it took from the start of the process to its end
   */
  record Run(boolean succeeded, String output, long millis) {}

  /** Runs a class with options for the JVM and arguments of its own. */
  static Run run(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));

    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean succeeded = process.waitFor() == 0;
    return new Run(succeeded, output.strip(), (System.nanoTime() - start) / 1_000_000);
  }
}
