package io.plimsoll.psa.apparmor;

import java.util.List;

/**
 * A call of {@code mount(2)}.
 *
 * @param source the device or directory; empty for none
 * @param target where it is mounted, with a slash at the end
 * @param fstype the type of the file system; empty for none
 * @param flags options that set flags: {@code ro}, {@code bind}, {@code rbind}, {@code make-private}, …
 */
public record MountRequest(String source, String target, String fstype, List<String> flags) {

  /**
   * Makes a request.
   *
   * @throws IllegalArgumentException if a flag is unknown
   */
  public MountRequest {
    flags = List.copyOf(flags);
    for (String flag : flags) {
      if (MountFlags.option(flag).isEmpty()) {
        throw new IllegalArgumentException("no flag of a mount: \"" + flag + "\"");
      }
    }
  }

  /** Returns {@code /dev/sda -> /mnt/ fstype=ext4 options=(ro,nosuid)}. */
  @Override
  public String toString() {
    return (source.isEmpty() ? "none" : source) + " -> " + target
        + (fstype.isEmpty() ? "" : " fstype=" + fstype)
        + (flags.isEmpty() ? "" : " options=(" + String.join(",", flags) + ")");
  }

  int bits() {
    int bits = 0;
    for (String flag : flags) {
      bits |= MountFlags.option(flag).map(MountFlags.Option::set).orElse(0);
    }
    return bits;
  }

  /** Returns what the kernel feeds to the policy. */
  String bytes() {
    StringBuilder bytes = new StringBuilder();
    bytes
        .append((char) PolicyBuilder.MOUNT)
        .append(ByteText.of(target))
        .append('\0')
        .append(ByteText.of(source))
        .append('\0')
        .append(ByteText.of(fstype))
        .append('\0');
    int set = bits();
    for (int i = 0; i < Integer.SIZE; i++) {
      if ((set & 1 << i) != 0) {
        bytes.append((char) (i + 1));
      }
    }
    return bytes.toString();
  }
}
