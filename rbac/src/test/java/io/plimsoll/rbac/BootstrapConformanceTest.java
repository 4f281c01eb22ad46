package io.plimsoll.rbac;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.testkit.Conformance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class BootstrapConformanceTest {

  /** In the order in which their bindings are visited. */
  private static final List<String> FILES = List.of(
      "cluster-roles",
      "controller-roles",
      "cluster-role-bindings",
      "controller-role-bindings",
      "namespace-roles",
      "namespace-role-bindings",
      "project-role-bindings");

  @Test
  void theDefaultPolicyAnswersAsInKubernetes() {
    Conformance suite = Conformance.suite("rbac/bootstrap-requests");
    Path directory = suite.data().resolve("rbac/bootstrap");
    Rbac rbac = Rbac.of(Cluster.of(FILES.stream()
        .flatMap(file -> objects(directory.resolve(file + ".yaml")))
        .toList()));

    suite.lines(c -> Cases.sameDecision(c, Cases.fields(c), rbac));
  }

  @Test
  void theDefaultsAreThoseOfKubernetes() {
    Set<MappingValue> defaults =
        BootstrapPolicy.objects().stream().map(KubeObject::tree).collect(Collectors.toSet());

    Conformance.suite("rbac/bootstrap")
        .files(
            ".yaml",
            c -> objects(c.path()).forEach(object -> {
              boolean isDefault =
                  object.metadata().labels().containsKey("kubernetes.io/bootstrapping");
              c.same(
                  object.ref() + " " + isDefault,
                  object.ref() + " " + defaults.contains(object.tree()));
            }));
  }

  private static Stream<KubeObject> objects(Path list) {
    try {
      Source source = Source.of(list.toString(), Files.readString(list));
      return Documents.read(source, Limits.DEFAULT).roots().stream()
          .flatMap(
              root -> Fields.of(root).list("items", item -> KubeObject.of(item.tree())).stream());
    } catch (IOException e) {
      throw new UncheckedIOException(list.toString(), e);
    }
  }
}
