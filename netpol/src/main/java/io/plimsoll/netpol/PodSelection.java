package io.plimsoll.netpol;

import java.util.HashMap;
import java.util.Map;

/** Selects classes of pods by the labels of pods and namespaces; equal questions are answered once. */
final class PodSelection {

  /** Stands for the selector of namespaces where a peer means one namespace; keeps the two kinds of keys apart. */
  private static final long ONE_NAMESPACE = 1L << 61;

  private final PodClasses classes;
  private final LabelIndex pods = new LabelIndex();
  private final LabelIndex namespaces = new LabelIndex();
  private final Map<Long, PeerSet> known = new HashMap<>();
  private final Map<Integer, PeerSet> ofNamespaces = new HashMap<>();

  PodSelection(PodClasses classes) {
    this.classes = classes;
    for (int i = 0; i < classes.size(); i++) {
      if (!classes.get(i).node()) {
        pods.add(i, classes.get(i).labels());
      }
    }
    for (int group = 0; group < classes.groups().size(); group++) {
      namespaces.add(group, classes.groups().get(group));
    }
    pods.freeze();
    namespaces.freeze();
  }

  /** Returns the classes that a peer selects. */
  PeerSet select(Peer.Pods peer) {
    int byPod = pods.select(peer.pods());
    if (peer.namespaces() == null) {
      int group = classes.groupOf(peer.namespace());
      return known.computeIfAbsent(
          ONE_NAMESPACE | (long) group << 30 | byPod,
          key -> pods.result(byPod).slice(classes.first(group), classes.end(group)));
    }
    int byNamespace = namespaces.select(peer.namespaces());
    return known.computeIfAbsent(
        (long) byNamespace << 30 | byPod,
        key -> inNamespaces(byNamespace).and(pods.result(byPod)));
  }

  private PeerSet inNamespaces(int selection) {
    return ofNamespaces.computeIfAbsent(selection, s -> {
      long[] bits = new long[(classes.size() + 63) >>> 6];
      namespaces.result(s).forEach(
          group -> PeerSet.setRange(bits, classes.first(group), classes.end(group)));
      return PeerSet.ofBits(bits);
    });
  }
}
