package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A profile on its way through the compiler. Mirrors {@code class Profile} of {@code parser/profile.h}. */
final class ProfileDraft {

  String namespace = "";
  String name = "";

  @Nullable
  String attachment;

  boolean xattrs;
  boolean hat;
  ProfileFlags flags = new ProfileFlags();

  @Nullable
  ProfileDraft parent;

  /** Names that aliases give it. */
  final List<String> otherNames = new ArrayList<>();

  /** The last rule first, as upstream keeps them. */
  final List<FileEntry> entries = new ArrayList<>();

  final List<ClassRule> rules = new ArrayList<>();
  final List<NetworkRule> networks = new ArrayList<>();
  final List<CapabilityRule> capabilities = new ArrayList<>();
  final List<ResourceLimit> limits = new ArrayList<>();
  final SortedMap<String, ProfileDraft> children = new TreeMap<>();

  /** What exec rules lead to by name. */
  final List<String> transitions = new ArrayList<>();

  /** What rules about {@code pivot_root} lead to; they take numbers, too. */
  final List<String> pivots = new ArrayList<>();

  @Nullable
  PolicyRule declaration;

  /** Returns what sorts profiles: those without a namespace first. */
  String key() {
    return namespace.isEmpty() ? "0" + name : "1" + namespace + "\0" + name;
  }

  /** Returns the name with those of the profiles around it. */
  String fullName() {
    return parent == null ? name : parent.fullName() + "//" + name;
  }

  void add(FileEntry entry) {
    entries.add(0, entry);
  }

  /** Adds a hat or child. */
  void add(ProfileDraft child) {
    child.parent = this;
    if (children.putIfAbsent(child.key(), child) != null) {
      PolicyRule place = child.declaration;
      throw PolicyException.of(
          "rule",
          place == null ? null : place.location().orElse(null),
          ByteText.text("Multiple definitions for hat " + child.name + " exist,bailing out."));
    }
  }

  /**
   * Takes over what is in a conditional block. As in upstream's {@code merge_policy}, rules of mount, signal, ptrace and such are lost,
   * and network rules are kept only where there was one before.
   */
  void merge(ProfileDraft block) {
    entries.addAll(block.entries);
    capabilities.addAll(block.capabilities);
    if (!networks.isEmpty()) {
      networks.addAll(block.networks);
    }
    block.children.values().forEach(this::add);
  }
}
