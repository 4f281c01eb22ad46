package io.plimsoll.netpol.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PeerSetProperties {

  /** Small sets and large ones, which are kept in different ways. */
  @Provide
  Arbitrary<Set<Integer>> numbers() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 700);
    return Arbitraries.oneOf(
        number.set().ofMaxSize(10), number.set().ofMinSize(70).ofMaxSize(400));
  }

  private static PeerSet set(Set<Integer> numbers) {
    return PeerSet.ofSorted(
        new TreeSet<>(numbers).stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<Integer> list(PeerSet set) {
    List<Integer> list = new ArrayList<>();
    set.forEach(list::add);
    return list;
  }

  @Property(tries = 400)
  void operationsAreThoseOfSets(
      @ForAll("numbers") Set<Integer> left, @ForAll("numbers") Set<Integer> right) {
    Set<Integer> union = new TreeSet<>(left);
    union.addAll(right);
    Set<Integer> both = new TreeSet<>(left);
    both.retainAll(right);
    Set<Integer> only = new TreeSet<>(left);
    only.removeAll(right);

    assertThat(list(set(left).or(set(right)))).containsExactlyElementsOf(union);
    assertThat(list(set(left).and(set(right)))).containsExactlyElementsOf(both);
    assertThat(list(set(left).minus(set(right)))).containsExactlyElementsOf(only);
    assertThat(set(left).size()).isEqualTo(left.size());
    assertThat(set(left).toArray()).hasSize(left.size());
  }

  @Property(tries = 400)
  void slicesAndShiftsKeepTheNumbers(@ForAll("numbers") Set<Integer> numbers) {
    Set<Integer> slice = new TreeSet<>(numbers);
    slice.removeIf(number -> number < 100 || number >= 500);
    Set<Integer> twice = new TreeSet<>(numbers);
    numbers.forEach(number -> twice.add(number + 1000));

    assertThat(list(set(numbers).slice(100, 500))).containsExactlyElementsOf(slice);
    assertThat(list(set(numbers).withShifted(1000))).containsExactlyElementsOf(twice);
    assertThat(list(PeerSet.ofRange(100, 500))).hasSize(400);
    assertThat(list(PeerSet.ofRange(3, 5))).containsExactly(3, 4);
  }
}
