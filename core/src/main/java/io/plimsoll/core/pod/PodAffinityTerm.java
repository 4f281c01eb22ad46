package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pods, by label and namespace, and the topology in which they count as near. Mirrors {@code core/v1 PodAffinityTerm}. */
public record PodAffinityTerm(
    String topologyKey,
    @Nullable LabelSelector labelSelector,
    List<String> matchLabelKeys,
    List<String> mismatchLabelKeys,
    @Nullable LabelSelector namespaceSelector,
    List<String> namespaces) {

  public PodAffinityTerm {
    matchLabelKeys = List.copyOf(matchLabelKeys);
    mismatchLabelKeys = List.copyOf(mismatchLabelKeys);
    namespaces = List.copyOf(namespaces);
  }

  /** Reads the record from a tree. */
  public static PodAffinityTerm from(Fields fields) {
    return new PodAffinityTerm(
        fields.text("topologyKey"),
        fields.object("labelSelector", LabelSelector::from),
        fields.strings("matchLabelKeys"),
        fields.strings("mismatchLabelKeys"),
        fields.object("namespaceSelector", LabelSelector::from),
        fields.strings("namespaces"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String topologyKey) {
    return new Builder(topologyKey);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(topologyKey)
        .labelSelector(labelSelector)
        .matchLabelKeys(matchLabelKeys)
        .mismatchLabelKeys(mismatchLabelKeys)
        .namespaceSelector(namespaceSelector)
        .namespaces(namespaces);
  }

  /** Makes a {@link PodAffinityTerm}; what is not set is absent. */
  public static final class Builder {
    private final String topologyKey;
    private @Nullable LabelSelector labelSelector;
    private List<String> matchLabelKeys = List.of();
    private List<String> mismatchLabelKeys = List.of();
    private @Nullable LabelSelector namespaceSelector;
    private List<String> namespaces = List.of();

    private Builder(String topologyKey) {
      this.topologyKey = topologyKey;
    }

    /** Sets {@code labelSelector}. */
    public Builder labelSelector(@Nullable LabelSelector labelSelector) {
      this.labelSelector = labelSelector;
      return this;
    }

    /** Sets {@code matchLabelKeys}. */
    public Builder matchLabelKeys(List<String> matchLabelKeys) {
      this.matchLabelKeys = matchLabelKeys;
      return this;
    }

    /** Sets {@code matchLabelKeys}. */
    public Builder matchLabelKeys(String... matchLabelKeys) {
      return matchLabelKeys(List.of(matchLabelKeys));
    }

    /** Sets {@code mismatchLabelKeys}. */
    public Builder mismatchLabelKeys(List<String> mismatchLabelKeys) {
      this.mismatchLabelKeys = mismatchLabelKeys;
      return this;
    }

    /** Sets {@code mismatchLabelKeys}. */
    public Builder mismatchLabelKeys(String... mismatchLabelKeys) {
      return mismatchLabelKeys(List.of(mismatchLabelKeys));
    }

    /** Sets {@code namespaceSelector}. */
    public Builder namespaceSelector(@Nullable LabelSelector namespaceSelector) {
      this.namespaceSelector = namespaceSelector;
      return this;
    }

    /** Sets {@code namespaces}. */
    public Builder namespaces(List<String> namespaces) {
      this.namespaces = namespaces;
      return this;
    }

    /** Sets {@code namespaces}. */
    public Builder namespaces(String... namespaces) {
      return namespaces(List.of(namespaces));
    }

    /** Returns the record. */
    public PodAffinityTerm build() {
      return new PodAffinityTerm(
          topologyKey,
          labelSelector,
          matchLabelKeys,
          mismatchLabelKeys,
          namespaceSelector,
          namespaces);
    }
  }
}
