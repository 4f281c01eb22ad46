package io.plimsoll.netpol.engine;

import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.netpol.label.LabelIndex;
import io.plimsoll.netpol.policy.Peer;
import io.plimsoll.netpol.set.PeerSet;
import java.util.ArrayList;
import java.util.List;

/** Selects classes of pods by the labels of pods and namespaces; equal questions are answered once. */
public final class PodSelection {

  /** So many classes are looked through faster than they are found in a table with what each policy selects. */
  private static final int FEW = 128;

  /** Stands for the selector of namespaces where a peer means one namespace; keeps the two kinds of keys apart. */
  private static final long ONE_NAMESPACE = 1L << 61;

  private final PodClasses classes;
  private final LabelIndex pods;
  private final LabelIndex namespaces;
  private final LongIntMap known = new LongIntMap();
  private final LongIntMap ofNamespaces = new LongIntMap();
  private final List<PeerSet> sets = new ArrayList<>();

  public PodSelection(PodClasses classes) {
    this.classes = classes;
    LabelIndex.Builder ofPods = LabelIndex.builder();
    LabelIndex.Builder ofGroups = LabelIndex.builder();
    for (int i = 0; i < classes.size(); i++) {
      if (!classes.get(i).node()) {
        ofPods.add(i, classes.get(i).labels());
      }
    }
    for (int group = 0; group < classes.groups().size(); group++) {
      ofGroups.add(group, classes.groups().get(group));
    }
    this.pods = ofPods.build();
    this.namespaces = ofGroups.build();
  }

  /** Returns the classes that a peer selects. */
  public PeerSet select(Peer.Pods peer) {
    int byPod = pods.select(peer.pods());
    LabelSelector others = peer.namespaces();
    boolean own = others == null;
    int where = others == null ? classes.groupOf(peer.namespace()) : namespaces.select(others);
    if (own && classes.end(where) - classes.first(where) <= FEW) {
      return pods.result(byPod).slice(classes.first(where), classes.end(where));
    }
    long key = (own ? ONE_NAMESPACE : 0) | (long) where << 30 | byPod;
    int number = known.get(key);
    if (number < 0) {
      PeerSet selected = pods.result(byPod);
      number = add(
          own
              ? selected.slice(classes.first(where), classes.end(where))
              : inNamespaces(where).and(selected));
      known.put(key, number);
    }
    return sets.get(number);
  }

  private PeerSet inNamespaces(int selection) {
    int number = ofNamespaces.get(selection);
    if (number < 0) {
      long[] bits = new long[(classes.size() + 63) >>> 6];
      namespaces
          .result(selection)
          .forEach(group -> PeerSet.setRange(bits, classes.first(group), classes.end(group)));
      number = add(PeerSet.ofBits(bits));
      ofNamespaces.put(selection, number);
    }
    return sets.get(number);
  }

  private int add(PeerSet set) {
    sets.add(set);
    return sets.size() - 1;
  }
}
