package io.plimsoll.posture;

import io.plimsoll.core.admission.plugin.FormerPlugin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flags a kube-apiserver is started with, by upstream's names, and the texts of the files they name.
 *
 * <p>Flags that decide something here are read; those that upstream has for other purposes, such as addresses and storage, are
 * taken and have no effect, as {@link Posture#notes} says; a flag that no server has, or a value that makes no sense, is an error
 * when the server is made.
 *
 * <pre>{@code
 * ServerFlags flags = ServerFlags.parse("--authorization-mode=Node,RBAC", "--token-auth-file=tokens.csv")
 *     .withFile("tokens.csv", "t-alice,alice,1001");
 * ApiServer server = Posture.apiServer(flags);
 * }</pre>
 *
 * <p>{@link #parse(List) A pasted line} is served with its files by {@link #withFilesBelow}.
 */
public final class ServerFlags {

  static final ServerFlags NONE = new ServerFlags(Map.of(), FlagFiles.NONE);

  private final Map<String, List<String>> values;
  private final FlagFiles files;

  private ServerFlags(Map<String, List<String>> values, FlagFiles files) {
    this.values = values;
    this.files = files;
  }

  /**
   * Returns what most clusters have in common: the defaults of kube-apiserver 1.37, but with the authorization modes {@code Node}
   * and {@code RBAC}, with privileged containers allowed, and with the addresses of Services that kubeadm uses.
   */
  public static ServerFlags defaults() {
    return NONE.with("authorization-mode", "Node,RBAC")
        .with("allow-privileged", "true")
        .with("service-cluster-ip-range", "10.96.0.0/12");
  }

  /**
   * Returns the flags that kubeadm 1.37 starts a kube-apiserver with, as far as they decide something and name no files: the
   * authorities and keys of its {@code /etc/kubernetes/pki} are to be added.
   */
  public static ServerFlags kubeadm() {
    return defaults()
        .with("enable-admission-plugins", "NodeRestriction")
        .with("enable-bootstrap-token-auth", "true")
        .with("service-account-issuer", "https://kubernetes.default.svc.cluster.local")
        .with("requestheader-username-headers", "X-Remote-User")
        .with("requestheader-group-headers", "X-Remote-Group")
        .with("requestheader-extra-headers-prefix", "X-Remote-Extra-")
        .with("requestheader-allowed-names", "front-proxy-client");
  }

  /**
   * Reads flags as they stand on a command line: {@code --name=value}, {@code --name value} or, for a switch, {@code --name}.
   *
   * @throws IllegalArgumentException if an argument is no flag
   * @see #parse(List)
   */
  public static ServerFlags parse(String... arguments) {
    return parse(List.of(arguments));
  }

  /**
   * Reads flags as they stand on a command line, which may start with the program. A switch takes no further argument for its
   * value: it is {@code --name=false}, never {@code --name false}.
   *
   * <p>They may be pasted: an argument may be an item of a list in YAML, {@code - --name=value}; it may end with the backslash of a
   * shell; and it may be a text of several lines, each of which is an item or arguments with blanks between them.
   *
   * @throws IllegalArgumentException if an argument is no flag, or a flag has no value, with upstream's message
   */
  public static ServerFlags parse(List<String> arguments) {
    return CommandLine.parse(PastedArguments.of(arguments));
  }

  /** Returns these flags with another; of a flag that is there already, both values count where upstream's is a list. */
  public ServerFlags with(String name, String value) {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    List<String> together = new ArrayList<>(all.getOrDefault(name, List.of()));
    together.add(value);
    all.put(name, List.copyOf(together));
    return new ServerFlags(all, files);
  }

  /** Returns these flags without one. */
  public ServerFlags without(String name) {
    Map<String, List<String>> rest = new LinkedHashMap<>(values);
    rest.remove(name);
    return new ServerFlags(rest, files);
  }

  /** Returns these flags with the text of a file that one of them names. */
  public ServerFlags withFile(String path, String text) {
    return new ServerFlags(values, files.with(path, text));
  }

  /**
   * Returns these flags in a file system whose root is a directory: {@code /etc/kubernetes/pki/ca.crt} is {@code
   * etc/kubernetes/pki/ca.crt} in it. The files are read when a server is made; those of {@link #withFile} come first, and nothing
   * outside of the directory is read but by a link that is in it.
   *
   * <pre>{@code
   * ServerFlags flags = ServerFlags.parse(pasted).withFilesBelow(Path.of("src/test/resources/control-plane"));
   * }</pre>
   */
  public ServerFlags withFilesBelow(Path root) {
    return new ServerFlags(values, files.below(root));
  }

  /** Returns the names of the flags, in the order they came. */
  public Set<String> names() {
    return values.keySet();
  }

  /**
   * Returns the plug-ins that the old list {@code --admission-control} names and 1.37 has no more, with what became of them. A
   * server starts without them; in {@code --enable-admission-plugins} they are errors, as upstream.
   */
  public List<FormerPlugin> formerPlugins() {
    return list("admission-control").stream()
        .flatMap(name -> FormerPlugin.find(name).stream())
        .toList();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Returns the values of a flag as they are written. */
  List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Returns the last value of a flag; an empty one is as good as none. */
  Optional<String> last(String name) {
    List<String> all = values(name);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(all.size() - 1)).filter(value -> !value.isEmpty());
  }

  /** Returns the values of a flag that is a list, each of which may be several with commas between them. */
  List<String> list(String name) {
    return values(name).stream()
        .flatMap(value -> FlagValue.list(name, value).stream())
        .toList();
  }

  /** Returns the value of a switch. */
  boolean isOn(String name, boolean otherwise) {
    Optional<String> value = last(name);
    return value.isEmpty() ? otherwise : FlagValue.bool(name, value.get());
  }

  /** Returns the text of the file that a flag names. */
  Optional<String> file(String name) {
    return last(name).map(this::text);
  }

  /** Returns the texts of the files that a flag names, which may be there several times. */
  List<String> files(String name) {
    return values(name).stream().map(this::text).toList();
  }

  private String text(String path) {
    return read(path).orElseThrow(() -> new ServerStartException(files.error(path), missing()));
  }

  /** Returns which files cannot be read, with the flags that name them. */
  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (String name : KnownFlags.files()) {
      for (String path : values(name)) {
        if (!path.isEmpty() && read(path).isEmpty()) {
          missing.add("--" + name + ": " + files.error(path));
        }
      }
    }
    return missing;
  }

  /** Returns the text of a file, which another file may name. */
  Optional<String> read(String path) {
    return files.find(path);
  }

  /** Returns why a file cannot be read. */
  String fileError(String path) {
    return files.error(path);
  }

  /** Returns the flags as they stand on a command line. */
  @Override
  public String toString() {
    List<String> all = new ArrayList<>();
    values.forEach((name, each) -> each.forEach(value -> all.add("--" + name + "=" + value)));
    return String.join(" ", all);
  }
}
