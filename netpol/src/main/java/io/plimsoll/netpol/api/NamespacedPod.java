package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;

/** Pods by their namespace and their own labels. Mirrors {@code v1alpha1} and {@code v1alpha2 NamespacedPod}. */
public record NamespacedPod(LabelSelector namespaceSelector, LabelSelector podSelector) {

  /** Reads the record from a tree. */
  public static NamespacedPod from(Fields fields) {
    return new NamespacedPod(
        fields.object("namespaceSelector", LabelSelector::from, LabelSelector.EVERYTHING),
        fields.object("podSelector", LabelSelector::from, LabelSelector.EVERYTHING));
  }
}
