package io.plimsoll.psa.apparmor;

import io.plimsoll.core.manifest.Source;
import java.util.List;

/**
 * What a profile is to be made of: a file in the TOML format of bane. Mirrors {@code ProfileConfig} of bane v0.4.4, {@code
 * apparmor/apparmor.go}.
 *
 * <pre>{@code
 * BaneReading reading = BaneFile.read(Source.of("nginx.toml", text));
 * BaneFile nginx = reading.file().orElseThrow();
 * nginx.profileName();                // docker-nginx
 * nginx.profile(IncludeSource.NONE);  // the text, as bane writes it
 * }</pre>
 *
 * <p>As a profile always has {@code file,}, it allows all about files that it does not deny; {@code allowExec} and {@code writablePaths}
 * add nothing to that, and a writable path below a read-only one stays read-only.
 *
 * @param name the name, with or without {@code docker-}; empty if it is not written
 * @param filesystem what it says about files
 * @param network what it says about sockets
 * @param capabilities what it says about capabilities
 * @param imports lines before the profile
 * @param innerImports lines at the start of the profile
 */
public record BaneFile(
    String name,
    Filesystem filesystem,
    Network network,
    Capabilities capabilities,
    List<String> imports,
    List<String> innerImports) {

  static final String PREFIX = "docker-";

  public BaneFile {
    imports = List.copyOf(imports);
    innerImports = List.copyOf(innerImports);
  }

  /**
   * The globs of files.
   *
   * @param readOnlyPaths what must not be written or linked
   * @param logOnWritePaths what is logged when it is written
   * @param writablePaths what may be written
   * @param allowExec what may be executed
   * @param denyExec what must not be executed, nor read
   */
  public record Filesystem(
      List<String> readOnlyPaths,
      List<String> logOnWritePaths,
      List<String> writablePaths,
      List<String> allowExec,
      List<String> denyExec) {

    public Filesystem {
      readOnlyPaths = List.copyOf(readOnlyPaths);
      logOnWritePaths = List.copyOf(logOnWritePaths);
      writablePaths = List.copyOf(writablePaths);
      allowExec = List.copyOf(allowExec);
      denyExec = List.copyOf(denyExec);
    }
  }

  /**
   * The sockets.
   *
   * @param raw whether raw sockets are not denied
   * @param packet whether packet sockets are not denied
   * @param protocols the protocols and types that are allowed over IPv4; none for all sockets
   */
  public record Network(boolean raw, boolean packet, List<String> protocols) {

    public Network {
      protocols = List.copyOf(protocols);
    }
  }

  /**
   * The capabilities.
   *
   * @param allow those that are allowed; of no effect if others are denied
   * @param deny those that are denied; if there are any, all others are allowed
   */
  public record Capabilities(List<String> allow, List<String> deny) {

    public Capabilities {
      allow = List.copyOf(allow);
      deny = List.copyOf(deny);
    }
  }

  /**
   * Reads a file.
   *
   * <p>Errors:
   *
   * <ul>
   *   <li>{@code toml-syntax}: the text is no TOML.
   *   <li>{@code wrong-type}: a value is of another type than its field.
   *   <li>{@code duplicate-field}: a field is written twice, in different case.
   *   <li>{@code limit}: values are nested deeper than 100 levels.
   * </ul>
   *
   * <p>Warnings are what bane passes over: {@code unknown-field}, and {@code missing-field} for the name.
   */
  public static BaneReading read(Source source) {
    return new BaneReader(source).read();
  }

  /** Returns the name of the profile, which starts with {@code docker-}. */
  public String profileName() {
    return name.startsWith(PREFIX) ? name : PREFIX + name;
  }

  /**
   * Returns the text of the profile, to the byte as bane writes it. Mirrors {@code apparmor/template.go}.
   *
   * <p>Nothing is escaped or checked: read it with {@link #compile} to see whether it can be loaded.
   *
   * @param directory what is in {@code /etc/apparmor.d}: {@code tunables/global} and {@code abstractions/base} are included if they exist
   */
  public String profile(IncludeSource directory) {
    return new BaneWriter(this)
        .write(
            directory.find("tunables/global").isPresent(),
            directory.find("abstractions/base").isPresent());
  }

  /** Returns the profile as the parser loads it, or why it does not. */
  public AppArmorReading compile(IncludeSource directory) {
    return AppArmorPolicy.read(Source.of(profileName(), profile(directory)), directory);
  }
}
