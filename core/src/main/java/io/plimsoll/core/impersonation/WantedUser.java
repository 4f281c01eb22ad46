package io.plimsoll.core.impersonation;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whom a request asks to be taken for, as its headers say.
 *
 * @param name the user name, or empty
 * @param uid the uid, or empty
 * @param groups the groups; an empty one may be among them
 * @param extra further attributes, by their keys
 */
record WantedUser(String name, String uid, List<String> groups, Map<String, List<String>> extra) {

  private static final String NODE_PREFIX = "system:node:";

  boolean isNobody() {
    return name.isEmpty() && onlyName();
  }

  /** Returns whether nothing is asked for but a name: the rest is what the server makes of it. */
  boolean onlyName() {
    return uid.isEmpty() && groups.isEmpty() && extra.isEmpty();
  }

  /** Returns which node this is, if its name is that of one. */
  Optional<String> asNode() {
    String node = name.startsWith(NODE_PREFIX) ? name.substring(NODE_PREFIX.length()) : "";
    return Names.dnsSubdomainErrors(node).isEmpty() ? Optional.of(node) : Optional.empty();
  }

  Optional<User.ServiceAccountName> asServiceAccount() {
    return new User(name, "", List.of(), Map.of()).asServiceAccount();
  }

  /** Returns the user in these groups and in the one that says whether somebody is authenticated. */
  User in(List<String> given) {
    List<String> all = new ArrayList<>(given);
    if (name.equals(User.ANONYMOUS.name())) {
      addIfMissing(all, User.UNAUTHENTICATED);
    } else if (!all.contains(User.UNAUTHENTICATED)) {
      addIfMissing(all, User.AUTHENTICATED);
    }
    return new User(name, uid, all, extra);
  }

  private static void addIfMissing(List<String> groups, String group) {
    if (!groups.contains(group)) {
      groups.add(group);
    }
  }

  /** Returns the groups that are asked for or, if there are none, those that every service account has. */
  List<String> groupsOrThoseOfServiceAccount() {
    if (!groups.isEmpty()) {
      return groups;
    }
    return asServiceAccount()
        .map(account ->
            List.of(User.SERVICE_ACCOUNTS, User.SERVICE_ACCOUNTS + ":" + account.namespace()))
        .orElse(List.of());
  }

  /** Returns this as {@code %#v} prints {@code *user.DefaultInfo}. */
  String dump() {
    return "&user.DefaultInfo{Name:" + GoText.quote(name) + ", UID:" + GoText.quote(uid)
        + ", Groups:" + slice(groups) + ", Extra:map[string][]string" + map() + "}";
  }

  private static String slice(List<String> texts) {
    return texts.isEmpty()
        ? "[]string(nil)"
        : texts.stream().map(GoText::quote).collect(Collectors.joining(", ", "[]string{", "}"));
  }

  private String map() {
    if (extra.isEmpty()) {
      return "(nil)";
    }
    Map<String, List<String>> sorted = new TreeMap<>(GoText::compare);
    sorted.putAll(extra);
    return sorted.entrySet().stream()
        .map(entry -> GoText.quote(entry.getKey()) + ":" + slice(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Returns the references that the older filter makes of the headers, as {@code %v} prints them. */
  String references() {
    List<String> references = new ArrayList<>();
    groups.forEach(group -> references.add("{Group  " + group + "    }"));
    extra.forEach((key, values) -> values.forEach(value ->
        references.add("{UserExtra  " + value + "  authentication.k8s.io/v1  " + key + "}")));
    if (!uid.isEmpty()) {
      references.add("{UID  " + uid + "  authentication.k8s.io/v1  }");
    }
    return GoText.list(references);
  }
}
