package io.plimsoll.examples;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.psa.PodSecuritySurvey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints what is wrong with manifests, and which level of the Pod Security Standards each workload meets. */
public final class Main {

  private static final String USAGE = """
      usage: Main [--level LEVEL] [--version VERSION] [--format FORMAT] INPUT
        INPUT              a file, a directory with its subdirectories, or - for standard input
        --level LEVEL      privileged, baseline or restricted (default)
        --version VERSION  v1.0, v1.1 and so on, or latest (default)
        --format FORMAT    json or text (default)
      exit code: 0 nothing found, 1 something found, 2 nothing could be read
      """;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(System.in, out, System.err, arguments));
  }

  /** Does everything but exit, and returns the exit code. */
  static int run(InputStream in, PrintStream out, PrintStream err, String... arguments)
      throws IOException {
    if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
      out.print(USAGE);
      return 0;
    }
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      err.print("error: " + e.getMessage() + "\n" + USAGE);
      return 2;
    }
    return report(options, in, out);
  }

  private static int report(Options options, InputStream in, PrintStream out) throws IOException {
    ReadOptions recursive = ReadOptions.DEFAULT.withSubdirectories();
    Manifests manifests = options.input().equals("-")
        ? Manifests.read("stdin", in, recursive)
        : Manifests.read(Path.of(options.input()), recursive);
    Cluster cluster = Cluster.of(manifests.objects());
    PodSecuritySurvey survey = PodSecuritySurvey.of(cluster, options.policy());
    List<Problem> problems = new ArrayList<>(manifests.problems());
    problems.addAll(cluster.problems());
    problems.addAll(survey.problems());

    out.print(options.json() ? Output.json(problems, survey) : Output.text(problems, survey));
    if (cluster.objects().isEmpty()) {
      return 2;
    }
    boolean clean = problems.stream().allMatch(problem -> problem.severity() == Severity.INFO);
    return clean && survey.violators().isEmpty() ? 0 : 1;
  }
}
