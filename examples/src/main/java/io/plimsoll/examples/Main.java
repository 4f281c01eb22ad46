package io.plimsoll.examples;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.posture.Posture;
import io.plimsoll.posture.ServerFlags;
import io.plimsoll.posture.tenant.Tenants;
import io.plimsoll.psa.PodSecuritySurvey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints what a cluster would say about manifests: what is wrong with them, which pods may run, who may do what, who may connect to whom, what keeps namespaces apart. */
public final class Main {

  private static final String USAGE = """
      usage: Main [--level LEVEL] [--version VERSION] [--format FORMAT | --picture LANGUAGE] INPUT
        INPUT               a file, a directory with its subdirectories, or - for standard input
        --level LEVEL       privileged, baseline or restricted (default)
        --version VERSION   v1.0, v1.1 and so on, or latest (default)
        --format FORMAT     json or text (default)
        --picture LANGUAGE  only a picture of the connections: mermaid, dot, or svg for a matrix
        --as USER           who tries something; --as-group GROUP, once or more, with these groups
        --try QUESTION      only what the API server would answer, and why: VERB RESOURCE[/SUBRESOURCE] [NAME] [-n NAMESPACE] [JSON]
                            create and update send the objects of the input, or JSON; patch sends JSON
                            verbs: create, get, list, watch, update, patch, delete, deletecollection
        --flags FILE        the flags of the kube-apiserver that is asked, as in a manifest or unit file; the files they name
                            are looked for below FILE's directory
        --output FORMAT     of the answer: text (default); yaml for the final object, with the rest as comments; json for all of it
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
    return report(options, in, out, err);
  }

  private static int report(Options options, InputStream in, PrintStream out, PrintStream err)
      throws IOException {
    ReadOptions recursive = ReadOptions.DEFAULT.withSubdirectories();
    Manifests manifests = options.input().equals("-")
        ? Manifests.read("stdin", in, recursive)
        : Manifests.read(Path.of(options.input()), recursive);
    Cluster cluster = Cluster.of(manifests.objects());
    if (options.question().isPresent()) {
      return attempt(options, options.question().get(), cluster, manifests, out, err);
    }
    PodSecuritySurvey survey = PodSecuritySurvey.of(cluster, options.policy());
    Network network = Network.of(cluster);
    List<Problem> problems = new ArrayList<>(manifests.problems());
    problems.addAll(cluster.problems());
    problems.addAll(survey.problems());
    problems.addAll(network.problems());
    Tenants tenants = Tenants.of(cluster, network.connectivity());
    Output output = Output.of(problems, survey, Access.of(cluster), network, tenants);

    if (!options.picture().isEmpty()) {
      problems.forEach(err::println);
      out.print(network.picture(options.picture()));
    } else {
      out.print(options.json() ? output.json() : output.text());
    }
    if (cluster.objects().isEmpty()) {
      return 2;
    }
    return output.isClean() ? 0 : 1;
  }

  private static int attempt(
      Options options,
      String question,
      Cluster cluster,
      Manifests manifests,
      PrintStream out,
      PrintStream err)
      throws IOException {
    manifests.problems().forEach(err::println);
    Trial trial;
    try {
      ServerFlags flags = flags(options);
      trial = Trial.of(cluster, flags, options);
      Posture.notes(flags).forEach(note -> err.println("note: " + note));
    } catch (IllegalArgumentException e) {
      err.println("error: --flags " + e.getMessage());
      return 2;
    }
    try {
      out.print(trial.answer(question));
      return cluster.objects().isEmpty() ? 2 : 0;
    } catch (IllegalArgumentException e) {
      err.println("error: --try " + e.getMessage());
      return 2;
    }
  }

  /** Returns the flags of a file, with what stands below its directory for the root of the server's files. */
  private static ServerFlags flags(Options options) throws IOException {
    if (options.flags().isEmpty()) {
      return ServerFlags.defaults();
    }
    Path file = options.flags().get();
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("no such file: \"" + file + "\"");
    }
    Path root = file.toAbsolutePath().resolveSibling("");
    return ServerFlags.parse(Files.readString(file)).withFilesBelow(root);
  }
}
