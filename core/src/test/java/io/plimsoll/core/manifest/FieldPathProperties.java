package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FieldPathProperties {

  @Property
  void printedPathsReadAsThemselves(@ForAll("paths") FieldPath path) {
    assertThat(FieldPath.parse(path.toString())).isEqualTo(path);
  }

  @Property
  void jsonPointersKeepTheirText(@ForAll("paths") FieldPath path) {
    String pointer = path.toJsonPointer();

    assertThat(FieldPath.fromJsonPointer(pointer).toJsonPointer()).isEqualTo(pointer);
  }

  @Property
  void orderIsConsistentWithEquality(
      @ForAll("paths") FieldPath a, @ForAll("paths") FieldPath b, @ForAll("paths") FieldPath c) {
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a.compareTo(c)).isNotPositive();
    }
  }

  @Provide
  Arbitrary<FieldPath> paths() {
    Arbitrary<FieldPath> steps = Arbitraries.oneOf(
        Arbitraries.of("a", "aZ", "b", "spec").map(FieldPath.ROOT::field),
        Arbitraries.of("a", "", "x/y", "m~n", "a.b", "007").map(FieldPath.ROOT::key),
        Arbitraries.integers().between(0, 12).map(FieldPath.ROOT::index));
    return steps
        .list()
        .ofMaxSize(4)
        .map(list -> list.stream().reduce(FieldPath.ROOT, FieldPath::then));
  }
}
