package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;

/** Writes the profile of a {@link BaneFile}. Mirrors {@code apparmor/template.go} of bane v0.4.4, blank lines and all. */
final class BaneWriter {

  private static final String NO_TUNABLES = "@{PROC}=/proc/";

  /** What every profile ends with. */
  private static final String TAIL = """

        deny @{PROC}/* w,   # deny write for all files directly in /proc (not in a subdir)
        deny @{PROC}/{[^1-9],[^1-9][^0-9],[^1-9s][^0-9y][^0-9s],[^1-9][^0-9][^0-9][^0-9]*}/** w,
        deny @{PROC}/sys/[^k]** w,  # deny /proc/sys except /proc/sys/k* (effectively /proc/sys/kernel)
        deny @{PROC}/sys/kernel/{?,??,[^s][^h][^m]**} w,  # deny everything except shm* in /proc/sys/kernel/
        deny @{PROC}/sysrq-trigger rwklx,
        deny @{PROC}/mem rwklx,
        deny @{PROC}/kmem rwklx,
        deny @{PROC}/kcore rwklx,
        deny mount,
        deny /sys/[^f]*/** wklx,
        deny /sys/f[^s]*/** wklx,
        deny /sys/fs/[^c]*/** wklx,
        deny /sys/fs/c[^g]*/** wklx,
        deny /sys/fs/cg[^r]*/** wklx,
        deny /sys/firmware/efi/efivars/** rwklx,
        deny /sys/kernel/security/** rwklx,
      }
      """;

  private final BaneFile file;
  private final StringBuilder out = new StringBuilder();

  BaneWriter(BaneFile file) {
    this.file = file;
  }

  String write(boolean tunables, boolean abstractions) {
    out.append('\n');
    each("", with(file.imports(), tunables ? "#include <tunables/global>" : NO_TUNABLES), "");
    out.append("\n\nprofile ")
        .append(file.profileName())
        .append(" flags=(attach_disconnected,mediate_deleted) {\n");
    each(
        "  ",
        abstractions
            ? with(file.innerImports(), "#include <abstractions/base>")
            : file.innerImports(),
        "");
    out.append("\n\n");
    network(file.network());
    out.append("\n  file,\n  umount,\n\n");
    files(file.filesystem());
    capabilities(file.capabilities());
    return out.append(TAIL).toString();
  }

  private static List<String> with(List<String> written, String last) {
    List<String> all = new ArrayList<>(written);
    all.add(last);
    return all;
  }

  private void network(BaneFile.Network network) {
    if (network.protocols().isEmpty()) {
      out.append("\n  network,\n");
    } else {
      out.append('\n');
      each("  network inet ", network.protocols(), ",");
    }
    out.append(network.raw() ? "\n" : "\n  deny network raw,\n");
    out.append(network.packet() ? "\n" : "\n  deny network packet,\n");
  }

  private void files(BaneFile.Filesystem files) {
    group("  deny ", files.readOnlyPaths(), " wl,");
    group("  audit ", files.logOnWritePaths(), " w,");
    group("  ", files.writablePaths(), " w,");
    group("  ", files.allowExec(), " ix,");
    group("  deny ", files.denyExec(), " mrwklx,");
  }

  private void capabilities(BaneFile.Capabilities capabilities) {
    if (capabilities.deny().isEmpty()) {
      out.append('\n');
      each("  capability ", capabilities.allow(), ",");
    } else {
      out.append("\n  capability,\n");
      each("  deny capability ", capabilities.deny(), ",");
    }
  }

  private void group(String before, List<String> values, String after) {
    each(before, values, after);
    out.append('\n');
  }

  private void each(String before, List<String> values, String after) {
    values.forEach(value -> out.append(before).append(value).append(after).append('\n'));
  }
}
