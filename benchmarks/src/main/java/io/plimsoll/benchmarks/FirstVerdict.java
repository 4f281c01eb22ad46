package io.plimsoll.benchmarks;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.psa.LevelVersion;
import io.plimsoll.psa.PodSecurity;
import io.plimsoll.psa.PodSecurityResult;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * What a unit test does first: it reads one pod and asks for a verdict, reason and detail. Prints the milliseconds that took, and
 * those since the JVM began.
 */
final class FirstVerdict {

  private FirstVerdict() {}

  /** Reads the file of the name given. */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    Cluster cluster = Cluster.load(Path.of(arguments[0]));
    PodSecurityResult result =
        PodSecurity.evaluate(cluster.workloads().get(0), LevelVersion.parse("restricted:latest"));
    String detail = result.forbiddenDetail();
    long verdict = (System.nanoTime() - start) / 1_000_000;
    long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
    if (detail.isEmpty()) {
      throw new IllegalStateException("the pod should not be allowed");
    }
    System.out.println(verdict + " " + uptime);
  }
}
