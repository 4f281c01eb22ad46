package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the rules that are not about files. Mirrors {@code parser_yacc.y}. */
final class ClassRuleParser {

  private final Tokens tokens;

  ClassRuleParser(Tokens tokens) {
    this.tokens = tokens;
  }

  private PolicyRule end(Token first) {
    Token last = tokens.expect(TokenKind.END_OF_RULE);
    return PolicyRule.at(first.to(last));
  }

  private void noOwner(Prefix prefix, Token first) {
    if (prefix.hasOwner()) {
      throw tokens.error(first, "owner prefix not allowed");
    }
  }

  void network(ProfileDraft draft, Prefix prefix, Token first) {
    tokens.take();
    List<NetworkRule.Sockets> sockets;
    if (tokens.at(TokenKind.END_OF_RULE)) {
      sockets = List.of(new NetworkRule.Sockets("", ""));
    } else {
      Token word = tokens.expect(TokenKind.ID);
      if (tokens.at(TokenKind.ID)) {
        sockets = NetworkRule.of(word.text(), tokens.take().text()).stream().toList();
      } else {
        sockets = NetworkRule.of(word.text());
      }
    }
    PolicyRule rule = end(first);
    if (sockets.isEmpty()) {
      throw tokens.error(tokens.last(), "Invalid network entry.");
    }
    noOwner(prefix, first);
    draft.networks.add(new NetworkRule(prefix, sockets, rule));
  }

  void capability(ProfileDraft draft, Prefix prefix, Token first) {
    tokens.take();
    Set<String> names = new LinkedHashSet<>();
    while (tokens.at(TokenKind.ID)) {
      Token name = tokens.take();
      if (!CapabilityRule.ALL.contains(name.text())) {
        throw tokens.error(name, "Invalid capability " + name.text() + ".");
      }
      names.add(name.text());
    }
    PolicyRule rule = end(first);
    noOwner(prefix, first);
    draft.capabilities.add(new CapabilityRule(prefix, names, rule));
  }

  void mount(ProfileDraft draft, Prefix prefix, Token first) {
    TokenKind kind = tokens.take().kind();
    List<Condition> conditions = conditions();
    String path = optionalId();
    String target = null;
    boolean both = kind == TokenKind.MOUNT && tokens.skip(TokenKind.ARROW);
    if (both) {
      List<Condition> ofTarget = conditions();
      target = tokens.expect(TokenKind.ID).text();
      if (!ofTarget.isEmpty()) {
        throw tokens.error(first, "mount point conditions not currently supported");
      }
    }
    PolicyRule rule = end(first);
    noOwner(prefix, first);
    boolean mounts = kind == TokenKind.MOUNT;
    draft.rules.add(MountRule.of(
        prefix,
        kind == TokenKind.UMOUNT ? MountRule.UMOUNT : MountRule.MOUNT,
        kind == TokenKind.REMOUNT,
        mounts ? path : null,
        mounts ? target : path,
        conditions,
        rule));
  }

  void pivotRoot(ProfileDraft draft, Prefix prefix, Token first) {
    tokens.take();
    List<Condition> conditions = conditions();
    String root = optionalId();
    Token transition =
        tokens.skip(TokenKind.ARROW) ? tokens.expect(TokenKind.ID, TokenKind.SET_VAR) : null;
    PolicyRule rule = end(first);
    noOwner(prefix, first);
    String old = null;
    if (!conditions.isEmpty()) {
      Condition condition = conditions.get(0);
      if (!condition.name().equals("oldroot")) {
        throw condition.error("invalid pivotroot conditional '" + condition.name() + "'");
      }
      old = condition.values().get(0);
    }
    if (transition != null) {
      draft.pivots.add(transition.text());
    }
    draft.rules.add(MountRule.pivotRoot(prefix, old, root, rule));
  }

  void signal(ProfileDraft draft, Prefix prefix, Token first) {
    tokens.take();
    int mode = permissions(RulePermissions.SIGNAL);
    List<Condition> conditions = conditions();
    PolicyRule rule = end(first);
    noOwner(prefix, first);
    draft.rules.add(SignalRule.of(prefix, mode, conditions, rule));
  }

  void ptrace(ProfileDraft draft, Prefix prefix, Token first) {
    tokens.take();
    int mode = permissions(RulePermissions.PTRACE);
    List<Condition> conditions = conditions();
    PolicyRule rule = end(first);
    noOwner(prefix, first);
    draft.rules.add(PtraceRule.of(prefix, mode, conditions, rule));
  }

  void unix(ProfileDraft draft, Prefix prefix, Token first) {
    tokens.take();
    int mode = permissions(RulePermissions.UNIX);
    List<Condition> conditions = conditions();
    List<Condition> peer = peer("unix");
    PolicyRule rule = end(first);
    noOwner(prefix, first);
    boolean local = (mode & ~RulePermissions.OF_PEERS) != 0;
    draft.rules.add(UnixRule.of(prefix, local, conditions, peer, rule, first));
  }

  void dbus(ProfileDraft draft, Prefix prefix, Token first) {
    tokens.take();
    int mode = permissions(RulePermissions.DBUS);
    List<Condition> conditions = conditions();
    List<Condition> peer = peer("dbus");
    end(first);
    noOwner(prefix, first);
    draft.rules.add(DbusRule.of(mode, conditions, peer, first));
  }

  private List<Condition> peer(String rule) {
    if (!tokens.at(TokenKind.CONDLISTID)) {
      return List.of();
    }
    Token group = tokens.peek();
    List<Condition> conditions = conditionList();
    if (!group.text().equals("peer")) {
      throw tokens.error(group, rule + " rule: invalid conditional group " + group.text() + "=()");
    }
    return conditions;
  }

  /** {@code peer=(name=a label=b)}. */
  List<Condition> conditionList() {
    tokens.expect(TokenKind.CONDLISTID);
    tokens.expect(TokenKind.EQUALS);
    tokens.expect(TokenKind.OPENPAREN);
    List<Condition> conditions = conditions();
    tokens.expect(TokenKind.CLOSEPAREN);
    return conditions;
  }

  private List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    while (tokens.at(TokenKind.CONDID)) {
      Token name = tokens.take();
      boolean equal = tokens.at(TokenKind.EQUALS);
      List<String> values = List.of();
      if (equal || tokens.at(TokenKind.IN)) {
        tokens.take();
        values =
            equal && tokens.at(TokenKind.VALUE) ? List.of(tokens.take().text()) : parenthesized();
      }
      // The order in which upstream meets them: the last first.
      conditions.add(0, new Condition(name.text(), equal, values, name));
    }
    return conditions;
  }

  private List<String> parenthesized() {
    tokens.expect(TokenKind.OPENPAREN);
    List<String> values = new ArrayList<>();
    values.add(tokens.expect(TokenKind.VALUE).text());
    while (tokens.at(TokenKind.VALUE)) {
      values.add(tokens.take().text());
    }
    tokens.expect(TokenKind.CLOSEPAREN);
    return values;
  }

  /** One permission, or several in parentheses; 0 for none. */
  private int permissions(RulePermissions rule) {
    if (!tokens.skip(TokenKind.OPENPAREN)) {
      Token token = tokens.peek();
      if (token.is(TokenKind.MODE)) {
        return rule.letters(tokens.take());
      }
      int permission = rule.of(token.kind().word());
      if (permission != 0) {
        tokens.take();
      }
      return permission;
    }
    int all = 0;
    while (!tokens.at(TokenKind.CLOSEPAREN)) {
      Token value = tokens.expect(TokenKind.VALUE);
      int permission = rule.of(value.text());
      all |= permission != 0 ? permission : rule.letters(value);
    }
    tokens.take();
    return all;
  }

  private @Nullable String optionalId() {
    return tokens.at(TokenKind.ID) ? tokens.take().text() : null;
  }
}
