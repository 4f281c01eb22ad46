package io.plimsoll.psa;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.finding.Patch;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the patches of fixes as RFC 6902 has it; whatever a patch takes for granted is asserted. */
final class PatchedTree {

  private PatchedTree() {}

  static MappingValue apply(MappingValue tree, Patch patch) {
    Value changed = tree;
    for (Patch.Operation operation : patch.operations()) {
      Value before = operation.path().in(changed);
      if (operation instanceof Patch.Operation.Add add) {
        changed = set(changed, add.path(), add.value());
      } else if (operation instanceof Patch.Operation.Replace replace) {
        assertThat(before).as(operation.toString()).isNotNull();
        changed = set(changed, replace.path(), replace.value());
      } else {
        assertThat(operation).isInstanceOf(Patch.Operation.Remove.class);
        assertThat(before).as(operation.toString()).isNotNull();
        changed = set(changed, operation.path(), null);
      }
    }
    return (MappingValue) changed;
  }

  private static Value set(Value tree, FieldPath path, @Nullable Value value) {
    if (path.isRoot()) {
      return value;
    }
    Value parent = path.parent().in(tree);
    FieldPath.Step step = path.steps().get(path.steps().size() - 1);
    return set(tree, path.parent(), child(parent, step, value));
  }

  private static Value child(@Nullable Value parent, FieldPath.Step step, @Nullable Value value) {
    if (step instanceof FieldPath.Step.Index at) {
      assertThat(parent).isInstanceOf(SequenceValue.class);
      List<Value> items = new ArrayList<>(((SequenceValue) parent).items());
      items.remove(at.index());
      if (value != null) {
        items.add(at.index(), value);
      }
      return SequenceValue.of(items);
    }
    assertThat(parent).isInstanceOf(MappingValue.class);
    String name = step instanceof FieldPath.Step.Field field
        ? field.name()
        : ((FieldPath.Step.Key) step).key();
    MappingValue map = (MappingValue) parent;
    return value == null ? map.without(name) : map.with(name, value);
  }
}
