package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A compiled AppArmor profile: what may a process do that it confines?
 *
 * <p>The answers are what the rules say; {@link #mode()} says what the kernel makes of a refusal, and {@link #audit()} that it logs
 * everything. A class of requests that no rule is about is denied. Mirrors {@code security/apparmor} of Linux on policy that {@code
 * apparmor_parser} 3.0.8 compiled for a kernel without mediation of D-Bus and single Unix sockets.
 */
public final class Profile {

  /** A path that no rule names: what {@code l} of a file is about. */
  private static final String ANY_TARGET = "/~";

  private final String name;
  private final ProfileMode mode;
  private final boolean audit;
  private final boolean hat;
  private final boolean attached;
  private final Optional<String> attachment;
  private final ProfileFlags flags;
  private final RuleSet files;
  private final RuleSet policy;
  private final List<NetworkRule> networks;
  private final List<CapabilityRule> capabilities;
  private final List<ResourceLimit> limits;
  private final List<String> transitions;
  private final Optional<Location> location;

  Profile(ProfileDraft draft, String name, boolean attached, RuleSet files, PolicyBuilder policy) {
    this.name = ByteText.text(name);
    this.mode = draft.flags.mode();
    this.audit = draft.flags.audit();
    this.hat = draft.hat;
    this.attached = attached;
    this.attachment = Optional.ofNullable(draft.attachment).map(ByteText::text);
    this.flags = draft.flags;
    this.files = files;
    this.policy = policy.patterns();
    this.networks = policy.networks();
    this.capabilities = List.copyOf(draft.capabilities);
    this.limits = List.copyOf(draft.limits);
    this.transitions = List.copyOf(draft.transitions);
    this.location = draft.declaration == null ? Optional.empty() : draft.declaration.location();
  }

  /** Returns the name it is loaded by; that of a hat or child is {@code parent//name}. */
  public String name() {
    return name;
  }

  /** Returns what the kernel does with what is not allowed. */
  public ProfileMode mode() {
    return mode;
  }

  /** Returns whether everything is logged. */
  public boolean audit() {
    return audit;
  }

  /** Returns whether it is a hat. */
  public boolean isHat() {
    return hat;
  }

  /** Returns whether programs are matched with a pattern to be confined by it. */
  public boolean isAttached() {
    return attached;
  }

  /** Returns the glob of the programs that it confines, where it has one besides its name. */
  public Optional<String> attachment() {
    return attachment;
  }

  /** Returns whether it has a flag about paths, such as {@code attach_disconnected} or {@code mediate_deleted}. */
  public boolean hasFlag(String flag) {
    return flags.has(flag);
  }

  /** Returns the limits it sets. */
  public List<ResourceLimit> limits() {
    return limits;
  }

  /** Returns where it is declared. */
  public Optional<Location> location() {
    return location;
  }

  /**
   * Returns what it says about a file.
   *
   * @param path the path as the kernel has it; that of a directory ends with a slash
   * @param owner whether the process owns the file
   */
  public FileAccess file(String path, boolean owner) {
    String bytes = ByteText.of(path);
    RuleSet.Match match = files.match(bytes);
    RuleSet.Match pair = files.match(bytes + "\0" + ANY_TARGET);
    int letters = FileBits.OWNER_ALL & ~FileBits.EXEC_TYPE & ~FileBits.LINK;
    int allowed = FileBits.of(owner, match.allow());
    int allow = allowed & letters;
    if ((allowed & FileBits.LINK & FileBits.of(owner, pair.allow())) != 0) {
      allow |= FileBits.LINK;
    }
    int deny = (FileBits.of(owner, match.deny()) & letters)
        | (FileBits.of(owner, pair.deny()) & FileBits.LINK);
    int mine = owner ? FileBits.OWNER_ALL : FileBits.OTHER_ALL;
    return new FileAccess(
        FileBits.letters(allow),
        FileBits.letters(deny),
        FileBits.letters(FileBits.of(owner, match.audit()) & allow & letters),
        FileBits.letters(FileBits.of(owner, match.quiet()) & ~allow & letters),
        (allow & FileBits.EXEC) == 0
            ? Optional.empty()
            : Optional.of(ExecTransition.of(allowed, transitions)),
        match.allowing(mine),
        joined(match.denying(mine), pair.denying(mine & FileBits.ALL_LINK)));
  }

  private static List<PolicyRule> joined(List<PolicyRule> a, List<PolicyRule> b) {
    List<PolicyRule> all = new ArrayList<>(a);
    b.stream().filter(rule -> !a.contains(rule)).forEach(all::add);
    return all;
  }

  /**
   * Returns what it says about a hard link. Mirrors {@code profile_path_link} of {@code security/apparmor/file.c}.
   *
   * @param path the new name
   * @param target the file
   * @param owner whether the process owns the file
   */
  public LinkAccess link(String path, String target, boolean owner) {
    return link(
        files.match(ByteText.of(path)),
        files.match(ByteText.of(path) + "\0" + ByteText.of(target)),
        files.match(ByteText.of(target)),
        owner);
  }

  /** Returns what it says about a link, from what the rules say about its name, about both, and about its target. */
  static LinkAccess link(
      RuleSet.Match link, RuleSet.Match pair, RuleSet.Match target, boolean owner) {
    int mask = owner ? FileBits.LINK : FileBits.LINK << FileBits.OTHER_SHIFT;
    return new LinkAccess(
        verdict(
            FileBits.of(owner, link.allow()),
            FileBits.of(owner, pair.allow()),
            FileBits.of(owner, target.allow())),
        joined(link.allowing(mask), pair.allowing(mask)),
        pair.denying(mask));
  }

  private static LinkAccess.Verdict verdict(int link, int pair, int target) {
    if ((link & FileBits.LINK) == 0) {
      return LinkAccess.Verdict.LINK;
    }
    if ((pair & FileBits.LINK) == 0) {
      return LinkAccess.Verdict.PAIR;
    }
    if ((pair & FileBits.SUBSET) == 0) {
      return LinkAccess.Verdict.ALLOWED;
    }
    int wanted = link & ~FileBits.LINK & ~FileBits.EXEC_TYPE;
    if ((wanted & ~target) != 0) {
      return LinkAccess.Verdict.SUBSET;
    }
    boolean exec = (link & FileBits.EXEC) != 0;
    return exec && !isSubset(link & FileBits.EXEC_TYPE, target & FileBits.EXEC_TYPE)
        ? LinkAccess.Verdict.EXEC
        : LinkAccess.Verdict.ALLOWED;
  }

  private static boolean isSubset(int link, int target) {
    return (link & ~FileBits.UNSAFE) == (target & ~FileBits.UNSAFE)
        && (link & ~target & FileBits.UNSAFE) == 0;
  }

  /** Returns the names of all capabilities there are, in the order of their numbers. */
  public static List<String> allCapabilities() {
    return CapabilityRule.ALL;
  }

  /**
   * Returns what it says about a capability.
   *
   * @param capability its name as rules have it, {@code net_raw}, or as the kernel and pods do, {@code CAP_NET_RAW}, {@code NET_RAW}
   * @throws IllegalArgumentException if there is no such capability
   */
  public Access capability(String capability) {
    String wanted = CapabilityRule.named(capability)
        .orElseThrow(() -> new IllegalArgumentException("no capability: \"" + capability + "\""));
    return PlainRule.access(capabilities, rule -> rule.covers(wanted));
  }

  /**
   * Returns what it says about a socket.
   *
   * @param family {@code inet}, {@code unix}, {@code netlink}, …
   * @param type {@code stream}, {@code dgram}, {@code raw}, …
   * @throws IllegalArgumentException if there is no such family or type
   */
  public Access network(String family, String type) {
    if (!NetworkRule.FAMILIES.contains(family)) {
      throw new IllegalArgumentException("no family of sockets: \"" + family + "\"");
    }
    if (!NetworkRule.isSocketType(type)) {
      throw new IllegalArgumentException("no type of sockets: \"" + type + "\"");
    }
    return PlainRule.access(networks, rule -> rule.covers(family, type));
  }

  /** Returns what it says about a mount. */
  public Access mount(MountRequest request) {
    return policy.match(request.bytes()).access(MountRule.MOUNT);
  }

  /** Returns what it says about unmounting a directory, whose path ends with a slash. */
  public Access umount(String target) {
    return policy.match((char) PolicyBuilder.MOUNT + ByteText.of(target)).access(MountRule.UMOUNT);
  }

  /** Returns what it says about {@code pivot_root(2)}. */
  public Access pivotRoot(String newRoot, String oldRoot) {
    return policy
        .match((char) PolicyBuilder.MOUNT + ByteText.of(newRoot) + "\0" + ByteText.of(oldRoot))
        .access(MountRule.PIVOT_ROOT);
  }

  /**
   * Returns what it says about a signal.
   *
   * @param access {@code send} or {@code receive}
   * @param signal its name, {@code term} or {@code rtmin+3}
   * @param peer the label of the other process
   * @throws IllegalArgumentException if there is no such access or signal
   */
  public Access signal(String access, String signal, String peer) {
    int number = SignalRule.number(signal)
        .orElseThrow(() -> new IllegalArgumentException("no signal: \"" + signal + "\""));
    int wanted = switch (access) {
      case "send" -> SignalRule.SEND;
      case "receive" -> SignalRule.RECEIVE;
      default -> throw new IllegalArgumentException("no access of a signal: \"" + access + "\"");
    };
    return policy
        .match("" + (char) PolicyBuilder.SIGNAL + (char) number + ByteText.of(peer))
        .access(wanted);
  }

  /**
   * Returns what it says about tracing.
   *
   * @param access {@code read}, {@code trace}, {@code readby} or {@code tracedby}
   * @param peer the label of the other process
   * @throws IllegalArgumentException if there is no such access
   */
  public Access ptrace(String access, String peer) {
    int wanted = switch (access) {
      case "read" -> PtraceRule.READ;
      case "trace" -> PtraceRule.TRACE;
      case "readby" -> PtraceRule.READ_BY;
      case "tracedby" -> PtraceRule.TRACED_BY;
      default -> throw new IllegalArgumentException("no access of ptrace: \"" + access + "\"");
    };
    return policy.match((char) PolicyBuilder.PTRACE + ByteText.of(peer)).access(wanted);
  }

  /** Returns what it says about changing to another profile at once. */
  public Access changeProfile(String target) {
    return files.match(ByteText.of(target)).access(FileBits.CHANGE_PROFILE);
  }

  /** Returns the names of the profiles that its exec rules name. */
  public Set<String> transitions() {
    Set<String> names = new TreeSet<>();
    transitions.forEach(target -> names.add(ByteText.text(target)));
    return names;
  }

  /** Returns what becomes of a process that executes a file with these permissions. */
  ExecTransition transition(int permissions) {
    return ExecTransition.of(permissions, transitions);
  }

  RuleSet files() {
    return files;
  }

  RuleSet policy() {
    return policy;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
