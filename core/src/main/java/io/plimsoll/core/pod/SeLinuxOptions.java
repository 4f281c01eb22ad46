package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** An SELinux label. Mirrors {@code core/v1 SELinuxOptions}. */
public record SeLinuxOptions(
    @Nullable String level,
    @Nullable String role,
    @Nullable String type,
    @Nullable String user) {

  /** Reads the record from a tree. */
  public static SeLinuxOptions from(Fields fields) {
    return new SeLinuxOptions(
        fields.string("level"),
        fields.string("role"),
        fields.string("type"),
        fields.string("user"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().level(level).role(role).type(type).user(user);
  }

  /** Makes a {@link SeLinuxOptions}; what is not set is absent. */
  public static final class Builder {
    private @Nullable String level;
    private @Nullable String role;
    private @Nullable String type;
    private @Nullable String user;

    private Builder() {}

    /** Sets {@code level}. */
    public Builder level(@Nullable String level) {
      this.level = level;
      return this;
    }

    /** Sets {@code role}. */
    public Builder role(@Nullable String role) {
      this.role = role;
      return this;
    }

    /** Sets {@code type}. */
    public Builder type(@Nullable String type) {
      this.type = type;
      return this;
    }

    /** Sets {@code user}. */
    public Builder user(@Nullable String user) {
      this.user = user;
      return this;
    }

    /** Returns the record. */
    public SeLinuxOptions build() {
      return new SeLinuxOptions(level, role, type, user);
    }
  }
}
