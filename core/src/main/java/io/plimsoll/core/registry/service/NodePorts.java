package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The ports of a Service on nodes. Mirrors {@code initNodePorts} and {@code updateNodePorts} of {@code
 * pkg/registry/core/service/storage/alloc.go}.
 */
final class NodePorts {

  private static final FieldPath PORTS = FieldPath.of("spec", "ports");

  private final PortPool pool;
  private final AllocatedSpec now;
  private final List<Fields> ports;
  private final List<Long> numbers;
  private final boolean allocates;

  NodePorts(PortPool pool, AllocatedSpec now) {
    this.pool = pool;
    this.now = now;
    ServiceView view = now.view();
    this.ports = view.ports();
    this.numbers = new ArrayList<>(numbers(view));
    this.allocates = view.hasAllocatedNodePorts();
  }

  private static List<Long> numbers(ServiceView view) {
    return view.ports().stream()
        .map(port -> ServiceView.number(port, "nodePort"))
        .toList();
  }

  private static long port(Fields port) {
    return ServiceView.number(port, "port");
  }

  /** Gives a new Service its ports: those of the same number but different protocols share one. */
  void create() throws AllocationRefused {
    Map<Long, Long> byPort = new HashMap<>();
    for (int i = 0; i < ports.size(); i++) {
      if (numbers.get(i) == 0 && !allocates) {
        continue;
      }
      long port = port(ports.get(i));
      long shared = byPort.getOrDefault(port, 0L);
      if (shared == 0) {
        long asked = asked(port);
        numbers.set(i, asked == 0 ? next() : allocate(i, asked));
        byPort.put(port, numbers.get(i));
      } else if (numbers.get(i) == 0) {
        numbers.set(i, shared);
      } else if (numbers.get(i) != shared) {
        allocate(i, numbers.get(i));
      }
    }
    now.setNodePorts(numbers);
  }

  /** Returns what the first of the ports of a number asks for, or 0. */
  private long asked(long port) {
    for (int i = 0; i < ports.size(); i++) {
      if (port(ports.get(i)) == port && numbers.get(i) != 0) {
        return numbers.get(i);
      }
    }
    return 0;
  }

  /** Gives a Service the ports that it did not have. */
  void update(AllocatedSpec old) throws AllocationRefused {
    Set<Long> known = new HashSet<>(numbers(old.view()));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ports.size(); i++) {
      if (numbers.get(i) == 0 && !allocates) {
        continue;
      }
      if (numbers.get(i) == 0) {
        numbers.set(i, next());
      } else if (known.add(numbers.get(i))) {
        allocate(i, numbers.get(i));
      }
      String both = "{" + ports.get(i).text("protocol") + " " + numbers.get(i) + "}";
      if (!seen.add(both)) {
        throw new AllocationRefused(new Allocation.Failed("duplicate nodePort: " + both));
      }
    }
    now.setNodePorts(numbers);
  }

  private long allocate(int index, long nodePort) throws AllocationRefused {
    Optional<String> problem = pool.allocate(nodePort);
    if (problem.isPresent()) {
      FieldPath path = PORTS.index(index).field("nodePort");
      throw AllocationRefused.invalid(FieldError.invalid(path, nodePort, problem.get()));
    }
    return nodePort;
  }

  private long next() throws AllocationRefused {
    OptionalLong next = pool.next();
    if (next.isEmpty()) {
      throw AllocationRefused.internalError("failed to allocate a nodePort: range is full");
    }
    return next.getAsLong();
  }
}
