package io.plimsoll.posture;

import io.plimsoll.core.admission.plugin.FormerPlugin;
import io.plimsoll.core.manifest.GoText;
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
 */
public final class ServerFlags {

  private static final ServerFlags NONE = new ServerFlags(Map.of(), Map.of());

  private final Map<String, List<String>> values;
  private final Map<String, String> files;

  private ServerFlags(Map<String, List<String>> values, Map<String, String> files) {
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

  /** Returns the flags that kubeadm 1.37 starts a kube-apiserver with, as far as they decide something. */
  public static ServerFlags kubeadm() {
    return defaults()
        .with("enable-admission-plugins", "NodeRestriction")
        .with("enable-bootstrap-token-auth", "true");
  }

  /**
   * Reads flags as they stand on a command line: {@code --name=value}, {@code --name value} or, for a switch, {@code --name}.
   *
   * @throws IllegalArgumentException if an argument is no flag
   */
  public static ServerFlags parse(String... arguments) {
    return parse(List.of(arguments));
  }

  /**
   * Reads flags as they stand on a command line, which may start with the program. A switch takes no further argument for its
   * value: it is {@code --name=false}, never {@code --name false}.
   *
   * @throws IllegalArgumentException if an argument is no flag, or a flag has no value, with upstream's message
   */
  public static ServerFlags parse(List<String> arguments) {
    ServerFlags flags = NONE;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (i == 0 && argument.endsWith("kube-apiserver")) {
        continue;
      }
      String text = name(argument);
      int equals = text.indexOf('=');
      String name = (equals < 0 ? text : text.substring(0, equals)).replace('_', '-');
      if (equals >= 0) {
        flags = flags.with(name, text.substring(equals + 1));
      } else if (KnownFlags.isSwitch(name)) {
        flags = flags.with(name, "true");
      } else if (i + 1 < arguments.size()) {
        flags = flags.with(name, arguments.get(++i));
      } else {
        throw new IllegalArgumentException("flag needs an argument: --" + name);
      }
    }
    return flags;
  }

  /** Returns the name of a flag, with its value if that is in the same argument. Mirrors {@code github.com/spf13/pflag}. */
  private static String name(String argument) {
    if (argument.startsWith("--") && argument.length() > 2) {
      return argument.substring(2);
    }
    if (argument.equals("-v") || argument.startsWith("-v=")) {
      return argument.substring(1);
    }
    if (argument.startsWith("-") && argument.length() > 1 && !argument.equals("--")) {
      String letter = argument.substring(1, argument.offsetByCodePoints(1, 1));
      throw new IllegalArgumentException("unknown shorthand flag: '" + letter + "' in " + argument);
    }
    throw new IllegalArgumentException(
        "\"kube-apiserver\" does not take any arguments, got [" + GoText.quote(argument) + "]");
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
    Map<String, String> all = new LinkedHashMap<>(files);
    all.put(path, text);
    return new ServerFlags(values, all);
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
    List<String> all = new ArrayList<>();
    for (String value : values(name)) {
      for (String part : value.split(",", -1)) {
        if (!part.isEmpty()) {
          all.add(part);
        }
      }
    }
    return all;
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
    return read(path)
        .orElseThrow(
            () -> new ServerStartException("open " + path + ": no such file or directory"));
  }

  /** Returns the text of a file, which another file may name. */
  Optional<String> read(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** Returns the flags as they stand on a command line. */
  @Override
  public String toString() {
    List<String> all = new ArrayList<>();
    values.forEach((name, each) -> each.forEach(value -> all.add("--" + name + "=" + value)));
    return String.join(" ", all);
  }
}
