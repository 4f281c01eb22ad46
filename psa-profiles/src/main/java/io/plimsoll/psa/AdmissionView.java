package io.plimsoll.psa;

import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Pod Security admission asks the cluster. Mirrors {@code NamespaceGetter} and {@code PodLister} of {@code admission/admission.go}. */
public interface AdmissionView {

  /** Returns a view of these objects, which are asked for by name and listed in their order. */
  static AdmissionView of(Collection<Namespace> namespaces, Collection<Pod> pods) {
    Map<String, Namespace> byName = new HashMap<>();
    namespaces.forEach(namespace -> byName.put(namespace.metadata().nameOrEmpty(), namespace));
    Map<String, List<Pod>> byNamespace = new HashMap<>();
    pods.forEach(pod -> byNamespace
        .computeIfAbsent(pod.metadata().namespaceOrEmpty(), name -> new ArrayList<>())
        .add(pod));
    return new AdmissionView() {
      @Override
      public Optional<Namespace> namespace(String name) {
        return Optional.ofNullable(byName.get(name));
      }

      @Override
      public Optional<List<Pod>> pods(String namespace) {
        return Optional.of(byNamespace.getOrDefault(namespace, List.of()));
      }
    };
  }

  /** Returns a namespace, if it exists. */
  Optional<Namespace> namespace(String name);

  /** Returns the pods of a namespace in the order in which they are to be looked at; empty if they cannot be listed. */
  Optional<List<Pod>> pods(String namespace);

  /** Returns whether the time for looking at existing pods is over. It is asked after each pod; by default it never is. */
  default boolean isTimeUp() {
    return false;
  }
}
