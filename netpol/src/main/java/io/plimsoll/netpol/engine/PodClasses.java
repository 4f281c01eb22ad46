package io.plimsoll.netpol.engine;

import io.plimsoll.netpol.connection.AddressFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pods that no rule can tell apart, as one class each. Classes are numbered so that those of one namespace, or of namespaces
 * that no rule can tell apart, follow one another.
 */
public final class PodClasses {

  private final List<PodClass> classes = new ArrayList<>();
  private final List<Map<String, String>> groups = new ArrayList<>();
  private final Map<String, Integer> groupOf = new HashMap<>();
  private final int[] classOf;
  private final int[] portListOf;
  private final List<List<Unit.Port>> portLists = new ArrayList<>();
  private final int[] firstOfGroup;
  private final boolean byFamily;

  PodClasses(Inventory inventory, Addressing addressing) {
    this.byFamily = addressing.byFamily();
    Mentions mentions = new Mentions(inventory.policies());
    groupNamespaces(inventory, mentions);
    List<List<Integer>> units = new ArrayList<>();
    groups.forEach(group -> units.add(new ArrayList<>()));
    this.classOf = new int[inventory.units().size()];
    for (int i = 0; i < classOf.length; i++) {
      units.get(groupOf(inventory.units().get(i).namespace())).add(i);
    }
    this.firstOfGroup = new int[groups.size() + 1];
    for (int group = 0; group < groups.size(); group++) {
      Map<PodClass, Integer> known = new HashMap<>();
      for (int unit : units.get(group)) {
        PodClass one = classOf(group, inventory.units().get(unit), mentions, addressing);
        Integer number = known.putIfAbsent(one, classes.size());
        classOf[unit] = number == null ? classes.size() : number;
        if (number == null) {
          classes.add(one);
        }
      }
      firstOfGroup[group + 1] = classes.size();
    }
    Map<List<Unit.Port>, Integer> numbers = new HashMap<>();
    this.portListOf = new int[classes.size()];
    for (int i = 0; i < portListOf.length; i++) {
      List<Unit.Port> ports = classes.get(i).namedPorts();
      Integer number = numbers.putIfAbsent(ports, portLists.size());
      portListOf[i] = number == null ? portLists.size() : number;
      if (number == null) {
        portLists.add(ports);
      }
    }
  }

  /** Namespaces are alike if the labels that selectors look at are, and no policy speaks of its own namespace there. */
  private void groupNamespaces(Inventory inventory, Mentions mentions) {
    Map<Map<String, String>, Integer> alike = new HashMap<>();
    inventory.namespaces().forEach((name, allLabels) -> {
      Map<String, String> labels = mentions.ofNamespace(allLabels);
      boolean alone = mentions.isAlone(name);
      Integer group = alone ? null : alike.get(labels);
      if (group == null) {
        group = groups.size();
        groups.add(labels);
        if (!alone) {
          alike.put(labels, group);
        }
      }
      groupOf.put(name, group);
    });
  }

  private static PodClass classOf(int group, Unit unit, Mentions mentions, Addressing addressing) {
    boolean node = addressing.isNode(unit);
    boolean families = addressing.byFamily();
    // A pod that is its node to the policies has neither labels nor named ports for them.
    return new PodClass(
        group,
        node ? Map.of() : mentions.ofPod(unit.labels()),
        node ? List.of() : mentions.namedPorts(unit.ports()),
        node,
        addressing.atoms(unit),
        addressing.localNode(unit),
        !families || addressing.talks(unit, AddressFamily.IPV4),
        !families || addressing.talks(unit, AddressFamily.IPV6));
  }

  public int size() {
    return classes.size();
  }

  public PodClass get(int number) {
    return classes.get(number);
  }

  /** Returns the family over which pods of two classes talk if nothing else is said: IPv4 if both can. */
  public AddressFamily family(int a, int b) {
    return !byFamily || (get(a).v4() && get(b).v4()) ? AddressFamily.IPV4 : AddressFamily.IPV6;
  }

  /** Returns the family over which pods of two classes talk if this one is asked for: another if one of them cannot. */
  public AddressFamily family(int a, int b, @Nullable AddressFamily asked) {
    return asked != null && get(a).talks(asked) && get(b).talks(asked) ? asked : family(a, b);
  }

  /** Returns the different lists of ports that classes have and rules give by name. */
  public List<List<Unit.Port>> portLists() {
    return portLists;
  }

  /** Returns which of the lists of ports a class has. */
  public int portList(int podClass) {
    return portListOf[podClass];
  }

  /** Returns the class of a unit of the inventory. */
  public int ofUnit(int unit) {
    return classOf[unit];
  }

  List<Map<String, String>> groups() {
    return groups;
  }

  /** Returns the group of a namespace of the inventory. */
  int groupOf(String namespace) {
    return Objects.requireNonNull(groupOf.get(namespace), namespace);
  }

  int first(int group) {
    return firstOfGroup[group];
  }

  /** Returns the number after the last class of a group. */
  int end(int group) {
    return firstOfGroup[group + 1];
  }
}
