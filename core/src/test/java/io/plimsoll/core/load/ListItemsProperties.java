package io.plimsoll.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ListItemsProperties {

  /** However lists are nested, what comes out is what is in them, from left to right. */
  @Property(tries = 300)
  void listsAreTakenApartFromLeftToRight(@ForAll("nested") Object nested) {
    List<String> names = new ArrayList<>();
    Map<String, Object> tree = tree(nested, names);

    Manifests manifests = Manifests.read(tree);

    assertThat(manifests.objects()).extracting(object -> object.ref().name()).isEqualTo(names);
    assertThat(manifests.problems()).allMatch(problem -> problem.code().equals("nested-list"));
  }

  private static Map<String, Object> tree(Object nested, List<String> names) {
    if (nested instanceof List<?> items) {
      return Map.of(
          "apiVersion",
          "v1",
          "kind",
          "List",
          "items",
          items.stream().map(item -> tree(item, names)).toList());
    }
    names.add(nested.toString());
    return Map.of(
        "apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", nested.toString()));
  }

  @Provide
  Arbitrary<Object> nested() {
    Arbitrary<Object> name = Arbitraries.integers().between(1, 99).map(i -> "n" + i);
    return Arbitraries.lazyOf(
        () -> name, () -> name, () -> nested().list().ofMaxSize(4).map(l -> l));
  }
}
