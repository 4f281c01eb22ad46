package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule about mounts. Mirrors {@code parser/mount.cc}: one rule may become several patterns, one for each kind of mount.
 *
 * @param mode {@link #MOUNT}, {@link #UMOUNT} or {@link #PIVOT_ROOT}
 * @param flags the flags that must be set
 * @param optional the flags that must be clear, or, where they are in {@code flags}, too, may be either
 */
record MountRule(
    Prefix prefix,
    int mode,
    @Nullable String device,
    @Nullable String target,
    List<String> types,
    int flags,
    int optional,
    PolicyRule rule)
    implements ClassRule {

  static final int PIVOT_ROOT = 1;
  static final int MOUNT = 2;
  static final int UMOUNT = 4;

  private static final String ANY = "[^\\000]*";

  MountRule {
    types = List.copyOf(types);
  }

  static MountRule pivotRoot(
      Prefix prefix, @Nullable String old, @Nullable String root, PolicyRule rule) {
    return new MountRule(
        prefix, PIVOT_ROOT, old, root, List.of(), MountFlags.ALL, MountFlags.ALL, rule);
  }

  static MountRule of(
      Prefix prefix,
      int mode,
      boolean remount,
      @Nullable String device,
      @Nullable String target,
      List<Condition> conditions,
      PolicyRule rule) {
    List<String> types = new ArrayList<>();
    int flags = 0;
    int inverse = 0;
    for (Condition condition : conditions) {
      switch (condition.name()) {
        case "fstype", "vfstype" -> types.addAll(condition.values());
        case "options", "option" -> {
          for (String value : condition.values()) {
            MountFlags.Option option = MountFlags.option(value)
                .orElseThrow(() -> condition.error("unsupported mount options"));
            int both = option.set() | option.clear();
            flags |= condition.equal() ? option.set() : both;
            inverse |= condition.equal() ? option.clear() : both;
          }
        }
        default -> throw condition.error("invalid mount conditional " + condition.name());
      }
    }
    if (remount) {
      flags |= MountFlags.REMOUNT;
      inverse = 0;
    } else if ((flags | inverse) == 0) {
      flags = MountFlags.ALL;
      inverse = MountFlags.ALL;
    }
    return new MountRule(prefix, mode, device, target, types, flags, inverse, rule);
  }

  @Override
  public MountRule expand(Variables variables) {
    return new MountRule(
        prefix,
        mode,
        path(device, variables),
        path(target, variables),
        types.stream().map(variables::expand).toList(),
        flags,
        optional,
        rule);
  }

  private static @Nullable String path(@Nullable String path, Variables variables) {
    return path == null ? null : Globs.filterSlashes(variables.expand(path));
  }

  @Override
  public void compile(PolicyBuilder policy) {
    if (mode == UMOUNT) {
      add(policy, targetGlob());
    } else if (mode == PIVOT_ROOT) {
      add(policy, targetGlob() + "\\x00" + glob(device));
    } else {
      mounts(policy);
    }
  }

  private void mounts(PolicyBuilder policy) {
    int count = 0;
    if ((flags & MountFlags.REMOUNT) != 0 && device == null && types.isEmpty()) {
      count += mount(policy, ANY, ANY, limited(MountFlags.OF_REMOUNT), optional);
    }
    if ((flags & MountFlags.BIND) != 0 && types.isEmpty()) {
      count += mount(policy, glob(device), ANY, limited(MountFlags.OF_BIND), optional);
    }
    if ((flags & MountFlags.PROPAGATION) != 0 && device == null && types.isEmpty()) {
      count += mount(policy, ANY, ANY, limited(MountFlags.OF_PROPAGATION), optional);
    }
    if ((flags & MountFlags.MOVE) != 0 && types.isEmpty()) {
      count += mount(policy, glob(device), ANY, limited(MountFlags.OF_MOVE), optional);
    }
    if (((flags | optional) & ~MountFlags.COMMANDS) != 0) {
      count += mount(
          policy,
          glob(device),
          typeGlob(),
          flags == MountFlags.ALL ? flags : flags & ~MountFlags.COMMANDS,
          optional == MountFlags.ALL ? optional : optional & ~MountFlags.COMMANDS);
    }
    if (count == 0) {
      throw PolicyException.of(
          "rule", rule.location().orElse(null), "Encoding of mount rule failed");
    }
  }

  /** As upstream has it, the flags are limited where either of both is not all; all stay all. */
  private int limited(int kind) {
    int limited = flags == MountFlags.ALL ? flags : flags & kind;
    return optional == MountFlags.ALL ? limited : limited & kind;
  }

  private int mount(PolicyBuilder policy, String source, String type, int set, int either) {
    add(policy, targetGlob() + "\\x00" + source + "\\x00" + type + "\\x00" + flags(set, either));
    return 1;
  }

  private void add(PolicyBuilder policy, String pattern) {
    policy.add(pattern, prefix, mode, rule);
  }

  private String targetGlob() {
    return PolicyBuilder.hex(PolicyBuilder.MOUNT) + glob(target);
  }

  private String glob(@Nullable String glob) {
    return glob == null ? ANY : converted(glob);
  }

  private String converted(String glob) {
    StringBuilder pattern = new StringBuilder();
    PolicyBuilder.appendGlob(glob, pattern, rule);
    return pattern.toString();
  }

  private String typeGlob() {
    return types.isEmpty()
        ? ANY
        : "(" + String.join("|", types.stream().map(this::converted).toList()) + ")";
  }

  /** The kernel feeds the number of each flag that is set, from 1. */
  private static String flags(int set, int either) {
    if (set == MountFlags.ALL) {
      return ANY;
    }
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < Integer.SIZE; i++) {
      if ((set & either & 1 << i) != 0) {
        pattern.append('(').append(PolicyBuilder.hex(i + 1)).append("|)");
      } else if ((set & 1 << i) != 0) {
        pattern.append(PolicyBuilder.hex(i + 1));
      }
    }
    return pattern.length() == 0 ? "(\\xfe|)" : pattern.toString();
  }
}
