package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.regex.Pattern;

/** Options of containers on Windows. Mirrors {@code validateWindowsSecurityContextOptions} and {@code validateWindowsHostProcessPod}. */
final class WindowsOptionsRules {

  private static final int MAX_SPEC = 64 * 1024;
  private static final int MAX_DOMAIN = 256;
  private static final int MAX_USER = 104;

  private static final Pattern NET_BIOS =
      Pattern.compile("[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}");
  private static final Pattern DNS_LABEL =
      Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
  private static final String NOT_IN_USERS = "\"/\\:;|=,+*?<>@[]";

  private WindowsOptionsRules() {}

  static void check(Part options) {
    if (options.has("gmsaCredentialSpecName")) {
      for (String detail : Names.dnsSubdomainErrors(options.text("gmsaCredentialSpecName"))) {
        options.invalid("gmsaCredentialSpecName", detail);
      }
    }
    if (options.has("gmsaCredentialSpec")) {
      int length = GoText.length(options.text("gmsaCredentialSpec"));
      if (length == 0) {
        options.invalid("gmsaCredentialSpec", "gmsaCredentialSpec cannot be an empty string");
      } else if (length > MAX_SPEC) {
        options.invalid("gmsaCredentialSpec", "gmsaCredentialSpec size must be under 64 KiB");
      }
    }
    if (options.has("runAsUserName")) {
      userName(options, options.text("runAsUserName"));
    }
  }

  private static void userName(Part options, String name) {
    int backslash = name.indexOf('\\');
    if (name.isEmpty()) {
      user(options, " cannot be an empty string");
    } else if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      user(options, " cannot contain control characters");
    } else if (backslash >= 0 && name.indexOf('\\', backslash + 1) >= 0) {
      user(options, " cannot contain more than one backslash");
    } else {
      if (backslash >= 0) {
        domain(options, name.substring(0, backslash));
      }
      local(options, name.substring(backslash + 1));
    }
  }

  private static void user(Part options, String detail) {
    options.invalid("runAsUserName", "runAsUserName" + detail);
  }

  private static void domain(Part options, String domain) {
    if (GoText.length(domain) >= MAX_DOMAIN) {
      user(options, "'s Domain length must be under " + MAX_DOMAIN + " characters");
    }
    if (!NET_BIOS.matcher(domain).matches() && !isDns(domain)) {
      user(options, "'s Domain doesn't match the NetBios nor the DNS format");
    }
  }

  private static boolean isDns(String domain) {
    for (String label : domain.split("\\.", -1)) {
      if (!DNS_LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }

  private static void local(Part options, String user) {
    if (user.isEmpty()) {
      user(options, "'s User cannot be empty");
    } else if (GoText.length(user) > MAX_USER) {
      user(options, "'s User length must not be longer than " + MAX_USER + " characters");
    }
    if (!user.isEmpty() && user.chars().allMatch(c -> c == '.' || c == ' ')) {
      user(options, "'s User cannot contain only periods or spaces");
    }
    if (user.chars().anyMatch(c -> NOT_IN_USERS.indexOf(c) >= 0)) {
      user(options, "'s User cannot contain the following characters: \"/\\:;|=,+*?<>@[]");
    }
  }

  /** A pod runs in processes of its host with all of its containers or with none. */
  static void hostProcess(PodContext pod) {
    Part spec = pod.spec();
    Part options = spec.object("securityContext").object("windowsOptions");
    boolean said = options.has("hostProcess");
    boolean whole = options.flag("hostProcess");
    int containers = 0;
    int processes = 0;
    for (Part container : pod.allContainers()) {
      containers++;
      boolean process = whole;
      if (container.has("securityContext")) {
        Part own = container.object("securityContext").object("windowsOptions");
        if (own.has("hostProcess")) {
          process = own.flag("hostProcess");
          if (said && process != whole) {
            own.invalid(
                "hostProcess",
                "pod hostProcess value must be identical if both are specified, was " + whole);
          }
        }
      }
      processes += process ? 1 : 0;
    }
    if (processes == 0) {
      return;
    }
    if (processes != containers) {
      spec.error(
          FieldError.invalid(
              spec.path(),
              "",
              "If pod contains any hostProcess containers then all containers must be HostProcess containers"));
    }
    if (!spec.flag("hostNetwork")) {
      spec.invalid(
          "hostNetwork", "hostNetwork must be true if pod contains any hostProcess containers");
    }
    if (!spec.capabilities().allowPrivileged()) {
      spec.error(FieldError.forbidden(
          spec.path(), "hostProcess containers are disallowed by cluster policy"));
    }
  }
}
