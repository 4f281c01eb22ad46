package io.plimsoll.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measures how long a fresh JVM takes to its first verdict: {@link FirstVerdict} many times. */
final class ColdStart {

  private static final int RUNS = 21;

  private ColdStart() {}

  /** Prints the medians. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Files.createTempFile("pod", ".yaml");
    try {
      Files.writeString(file, Pods.yaml(1));
      measure(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void measure(Path file) throws IOException, InterruptedException {
    List<Long> sinceMain = new ArrayList<>();
    List<Long> sinceStart = new ArrayList<>();
    List<Long> whole = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      Jvm.Run run = Jvm.run(List.of(), FirstVerdict.class, file.toString());
      String[] times = run.output().split(" ", -1);
      if (!run.succeeded() || times.length != 2) {
        throw new IllegalStateException("no verdict: \"" + run.output() + "\"");
      }
      sinceMain.add(Long.valueOf(times[0]));
      sinceStart.add(Long.valueOf(times[1]));
      whole.add(run.millis());
    }
    System.out.printf(
        "first verdict %d ms after main began, %d ms after the JVM did; the process took %d ms (medians of %d runs)%n",
        median(sinceMain), median(sinceStart), median(whole), RUNS);
  }

  private static long median(List<Long> times) {
    Collections.sort(times);
    return times.get(times.size() / 2);
  }
}
