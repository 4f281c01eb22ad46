package io.plimsoll.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Patch.Operation;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PatchProperties {

  @Property
  void aDifferenceMakesOneTreeOfTheOther(@ForAll("trees") Value from, @ForAll("trees") Value to) {
    Patch patch = Patch.diff(from, to);

    assertThat(patch.apply(from)).isEqualTo(to);
    assertThat(patch.isEmpty()).isEqualTo(from.equals(to));
  }

  @Property
  void theInverseUndoesADifference(@ForAll("trees") Value from, @ForAll("trees") Value to) {
    Patch patch = Patch.diff(from, to);

    assertThat(patch.inverse(from).apply(to)).isEqualTo(from);
  }

  @Property
  void theInverseUndoesWhateverCanBeDone(
      @ForAll("trees") Value tree, @ForAll("patches") Patch patch) {
    Patch possible = possible(tree, patch);

    Value after = possible.apply(tree);

    assertThat(possible.inverse(tree).apply(after)).isEqualTo(tree);
  }

  @Property
  void aPatchSurvivesItsText(@ForAll("trees") Value tree, @ForAll("patches") Patch patch) {
    Patch possible = possible(tree, patch);

    Patch read = Patch.parse(possible.toJson());

    assertThat(read.toJson()).isEqualTo(possible.toJson());
    assertThat(read.apply(tree)).isEqualTo(possible.apply(tree));
  }

  /** Leaves out what fails. */
  private static Patch possible(Value tree, Patch patch) {
    List<Operation> operations = new ArrayList<>();
    Value at = tree;
    for (Operation operation : patch.operations()) {
      try {
        at = Patch.of(operation).apply(at);
        operations.add(operation);
      } catch (PatchException impossible) {
        assertThat(impossible.index()).isZero();
      }
    }
    return new Patch(operations);
  }

  @Provide
  Arbitrary<Value> trees() {
    return tree(3);
  }

  private static Arbitrary<Value> tree(int depth) {
    Arbitrary<Value> scalars = Arbitraries.of(
        ScalarValue.of(0), ScalarValue.of(1), ScalarValue.of("x"), ScalarValue.ofNull());
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Value> below = tree(depth - 1);
    Arbitrary<Value> lists = below.list().ofMaxSize(5).map(SequenceValue::of);
    Arbitrary<Value> mappings = Arbitraries.maps(
            Arbitraries.of("a", "b", "0", "name", "x/y"), below)
        .ofMaxSize(4)
        .map(MappingValue::of);
    return Arbitraries.frequencyOf(Tuple.of(1, scalars), Tuple.of(3, lists), Tuple.of(3, mappings));
  }

  @Provide
  Arbitrary<Patch> patches() {
    Arbitrary<FieldPath> paths = Arbitraries.of("a", "b", "0", "1", "2", "-", "name", "x/y")
        .list()
        .ofMaxSize(3)
        .map(tokens ->
            tokens.stream().reduce(FieldPath.ROOT, FieldPath::member, (a, b) -> a.then(b)));
    Arbitrary<Value> values = tree(1);
    Arbitrary<Operation> operations = Arbitraries.oneOf(
        Combinators.combine(paths, values).as(Operation.Add::new),
        paths.map(Operation.Remove::new),
        Combinators.combine(paths, values).as(Operation.Replace::new),
        Combinators.combine(paths, paths).as(Operation.Move::new),
        Combinators.combine(paths, paths).as(Operation.Copy::new),
        Combinators.combine(paths, values).as(Operation.Test::new));
    return operations.list().ofMaxSize(6).map(Patch::new);
  }
}
