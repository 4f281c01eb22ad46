package io.plimsoll.benchmarks;

import io.plimsoll.core.load.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the smallest heap in which 20,000 pods can be read: what reading needs at its peak, garbage not counted.
 *
 * <p>It tries heaps by bisection, each in a JVM of its own.
 */
final class HeapPeak {

  private static final int MOST_MEGABYTES = 512;
  private static final double MEGABYTE = 1 << 20;

  private HeapPeak() {}

  /** Without arguments, measures; with a file, reads it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 1) {
      read(Path.of(arguments[0]));
    } else {
      measure("yaml", Pods.yaml(Pods.MANY));
      measure("json", Pods.json(Pods.MANY));
    }
  }

  private static void read(Path file) {
    int pods = Manifests.read(file).orThrow().objects().size();
    if (pods != Pods.MANY) {
      throw new IllegalStateException("not all pods: \"" + pods + "\"");
    }
  }

  private static void measure(String format, String text) throws IOException, InterruptedException {
    Path file = Files.createTempFile("pods", "." + format);
    try {
      Files.writeString(file, text);
      int smallest = smallestHeap(file);
      double size = text.length() / MEGABYTE;
      System.out.printf(
          "%s: %.1f MiB of text, read in a heap of %d MiB: %.1f times the text%n",
          format, size, smallest, smallest / size);
    } finally {
      Files.delete(file);
    }
  }

  private static int smallestHeap(Path file) throws IOException, InterruptedException {
    int tooSmall = 0;
    int enough = MOST_MEGABYTES;
    while (enough - tooSmall > 1) {
      int tried = (tooSmall + enough) / 2;
      List<String> options = List.of("-Xmx" + tried + "m", "-XX:+UseSerialGC");
      if (Jvm.run(options, HeapPeak.class, file.toString()).succeeded()) {
        enough = tried;
      } else {
        tooSmall = tried;
      }
    }
    return enough;
  }
}
