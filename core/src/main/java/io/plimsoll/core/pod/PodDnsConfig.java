package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** DNS settings of a pod. Mirrors {@code core/v1 PodDNSConfig}. */
public record PodDnsConfig(
    List<String> nameservers, List<PodDnsConfigOption> options, List<String> searches) {

  public PodDnsConfig {
    nameservers = List.copyOf(nameservers);
    options = List.copyOf(options);
    searches = List.copyOf(searches);
  }

  /** Reads the record from a tree. */
  public static PodDnsConfig from(Fields fields) {
    return new PodDnsConfig(
        fields.strings("nameservers"),
        fields.list("options", PodDnsConfigOption::from),
        fields.strings("searches"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().nameservers(nameservers).options(options).searches(searches);
  }

  /** Makes a {@link PodDnsConfig}; what is not set is absent. */
  public static final class Builder {
    private List<String> nameservers = List.of();
    private List<PodDnsConfigOption> options = List.of();
    private List<String> searches = List.of();

    private Builder() {}

    /** Sets {@code nameservers}. */
    public Builder nameservers(List<String> nameservers) {
      this.nameservers = nameservers;
      return this;
    }

    /** Sets {@code nameservers}. */
    public Builder nameservers(String... nameservers) {
      return nameservers(List.of(nameservers));
    }

    /** Sets {@code options}. */
    public Builder options(List<PodDnsConfigOption> options) {
      this.options = options;
      return this;
    }

    /** Sets {@code options}. */
    public Builder options(PodDnsConfigOption... options) {
      return options(List.of(options));
    }

    /** Sets {@code searches}. */
    public Builder searches(List<String> searches) {
      this.searches = searches;
      return this;
    }

    /** Sets {@code searches}. */
    public Builder searches(String... searches) {
      return searches(List.of(searches));
    }

    /** Returns the record. */
    public PodDnsConfig build() {
      return new PodDnsConfig(nameservers, options, searches);
    }
  }
}
