package io.plimsoll.benchmarks;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.AccessMatrix;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RoleBinding;
import io.plimsoll.rbac.WhoCan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is asked of many bindings at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RbacIndexBenchmark {

  private static final int SUBJECTS = 1_000;
  private static final int NAMESPACES = 50;
  private static final int RESOURCES = 60;
  private static final List<String> VERBS =
      List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

  private final List<RoleBinding> many = PeerBindings.bindings(50_000);
  private final Rbac ten = PeerBindings.index(PeerBindings.bindings(10_000));
  private final Attributes rare = Request.delete("configmaps").in(PeerBindings.NAMESPACE);
  private final List<User> users =
      IntStream.range(0, SUBJECTS).mapToObj(i -> User.of("user-" + i)).toList();
  private final List<String> namespaces = IntStream.range(0, NAMESPACES)
      .mapToObj(i -> i == 0 ? PeerBindings.NAMESPACE : "namespace-" + i)
      .toList();
  private final List<Attributes> questions = questions();

  private static List<Attributes> questions() {
    List<Attributes> questions = new ArrayList<>();
    for (int i = 0; i < RESOURCES; i++) {
      for (String verb : VERBS) {
        questions.add(Request.of(verb, i == 0 ? "configmaps" : "resources-" + i + ".example.com"));
      }
    }
    return questions;
  }

  /** The index of 50,000 bindings and the bootstrap policy, and a first question. */
  @Benchmark
  public Rbac build() {
    return PeerBindings.askedIndex(many);
  }

  /** Who may do what all of 10,000 bindings allow: 30,000 subjects and those of the bootstrap policy. */
  @Benchmark
  public WhoCan whoCanOfAll() {
    return ten.whoCan(PeerBindings.READ);
  }

  /** Who may do what none of 10,000 bindings allows. */
  @Benchmark
  public WhoCan whoCanOfFew() {
    return ten.whoCan(rare);
  }

  /** What 1,000 subjects may do with 60 resources by 8 verbs in 50 namespaces: 24 million answers. */
  @Benchmark
  public AccessMatrix matrix() {
    return ten.matrix(users, namespaces, questions);
  }
}
