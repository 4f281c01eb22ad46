package io.plimsoll.psa.apparmor;

import java.util.List;

/**
 * A rule about Unix sockets. Mirrors {@code parser/af_unix.cc}.
 *
 * <p>Without the kernel's feature it is one about the family: an allowing rule allows all of it, a denying one is dropped, because it
 * would deny too much.
 *
 * @param type the type of sockets; empty for all
 * @param texts what may have variables
 */
record UnixRule(Prefix prefix, String type, List<String> texts, PolicyRule rule)
    implements ClassRule {

  static UnixRule of(
      Prefix prefix,
      boolean localOnly,
      List<Condition> conditions,
      List<Condition> peer,
      PolicyRule rule,
      Token at) {
    Reading own = new Reading();
    conditions.forEach(condition -> own.add(condition, false));
    Reading its = new Reading();
    peer.forEach(condition -> its.add(condition, true));
    if (localOnly && (!its.address.isEmpty() || !its.label.isEmpty())) {
      throw PolicyException.of(
          "rule",
          at.location(),
          "unix socket 'create', 'shutdown', 'setattr', 'getattr', 'bind', 'listen', 'setopt',"
              + " and/or 'getopt' accesses cannot be used with peer socket conditionals");
    }
    return new UnixRule(
        prefix, own.type, List.of(own.label, its.label, own.address, its.address), rule);
  }

  private static final class Reading {
    private String type = "";
    private String address = "";
    private String label = "";

    void add(Condition condition, boolean peer) {
      String value = condition.values().isEmpty() ? "" : condition.values().get(0);
      switch (condition.name()) {
        case "addr" -> {
          check(condition);
          address = condition.single("unix", address);
          if (!value.startsWith("@") && !value.equals("none") && !value.equals("auto")) {
            throw condition.error("unix rule: invalid value for addr='" + value + "'");
          }
        }
        case "type" -> {
          if (peer) {
            throw condition.error(
                "unix rule: 'type' conditional is not allowed in the peer expression");
          }
          check(condition);
          type = condition.single("socket rule", type);
          if (!NetworkRule.isSocketType(type)) {
            throw condition.error("socket rule: invalid socket type '" + type + "'");
          }
        }
        case "label" -> {
          if (!peer) {
            throw condition.error(
                "unix rule: 'label' conditional is only valid in the peer expression");
          }
          check(condition);
          label = condition.single("unix", label);
        }
        case "protocol" ->
          throw condition.error("unix rule: 'protocol' conditional is not currently supported");
        default ->
          throw condition.error("unix rule: invalid conditional '" + condition.name() + "'");
      }
    }

    private static void check(Condition condition) {
      if (!condition.equal()) {
        throw condition.error("unix rule: keyword 'in' is not allowed in '" + condition.name()
            + "' socket conditional");
      }
      if (condition.values().size() > 1) {
        throw condition.error(
            "unix rule: conditional '" + condition.name() + "' only supports a single value");
      }
    }
  }

  @Override
  public UnixRule expand(Variables variables) {
    texts.forEach(variables::expand);
    return this;
  }

  @Override
  public void compile(PolicyBuilder policy) {
    if (!prefix.deny()) {
      policy.add(
          new NetworkRule(prefix, List.of(new NetworkRule.Sockets(NetworkRule.UNIX, type)), rule));
    }
  }
}
