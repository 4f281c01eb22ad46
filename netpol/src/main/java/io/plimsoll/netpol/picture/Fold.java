package io.plimsoll.netpol.picture;

import io.plimsoll.core.report.Graph.Shape;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.network.Directory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How much of a picture is drawn as one box, from nothing to nearly everything. */
enum Fold {
  /** Each endpoint is a box, but ranges of addresses that connect alike share one: nothing is lost. */
  NOTHING(""),
  /** Addresses outside are one box. */
  ADDRESSES(""),
  /** Endpoints of a namespace whose pods no policy can tell apart are one box, too. */
  LABELS("those of a namespace that no policy can tell apart are drawn as one"),
  /** Endpoints of a namespace are one box. */
  NAMESPACES("those of a namespace are drawn as one; connections are what some of them may do"),
  /** Endpoints of all namespaces are one box. */
  EVERYTHING("all are drawn as one; connections are what some of them may do");

  /** What endpoints have in common that are one box. */
  private record Key(Shape shape, String namespace, List<Integer> alike, List<Endpoint> self) {}

  private final String remark;

  Fold(String remark) {
    this.remark = remark;
  }

  /** Returns what is said of workloads that are drawn as one; empty if there are none. */
  String remark() {
    return remark;
  }

  static Shape shape(Endpoint endpoint) {
    if (endpoint instanceof Endpoint.External) {
      return Shape.ROUND;
    }
    if (endpoint instanceof Endpoint.IngressController) {
      return Shape.HEXAGON;
    }
    return endpoint instanceof Endpoint.Workload one && one.kind().equals("StatefulSet")
        ? Shape.CYLINDER
        : Shape.BOX;
  }

  /**
   * Returns what is equal for endpoints that are drawn as one box.
   *
   * @param alike for ranges of addresses, what is equal for those that connect alike
   */
  Object key(Endpoint endpoint, Directory directory, List<Integer> alike) {
    boolean outside = endpoint instanceof Endpoint.External;
    Shape shape = shape(endpoint);
    if (outside) {
      return new Key(shape, "", this == NOTHING ? alike : List.of(), List.of());
    }
    if (this == NOTHING || this == ADDRESSES) {
      return new Key(shape, "", List.of(), List.of(endpoint));
    }
    int listed = Collections.binarySearch(directory.listed(), endpoint);
    if (listed < 0) {
      return new Key(shape, "", List.of(), List.of());
    }
    String namespace = this == EVERYTHING ? "" : endpoint.namespace();
    if (this != LABELS) {
      return new Key(Shape.BOX, namespace, List.of(), List.of());
    }
    List<Integer> classes = Arrays.stream(directory.classesOf(listed)).boxed().toList();
    return new Key(shape, namespace, classes, List.of());
  }
}
