package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Parses a policy: variables and aliases, then profiles. Mirrors {@code parser_yacc.y}. */
final class PolicyParser {

  private static final int DEEPEST_BLOCK = 200;

  private final Tokens tokens;
  private final FileRuleParser files;
  private final ClassRuleParser classes;
  private final LimitParser limits;
  private final Variables variables = new Variables();
  private final Map<String, Set<String>> aliases = new TreeMap<>();
  private final TreeMap<String, ProfileDraft> profiles = new TreeMap<>();
  private int depth;

  PolicyParser(Inputs inputs) {
    tokens = new Tokens(new Lexer(inputs));
    files = new FileRuleParser(tokens);
    classes = new ClassRuleParser(tokens);
    limits = new LimitParser(tokens);
  }

  List<Profile> parse() {
    boolean more = true;
    while (more) {
      more = preamble();
    }
    while (!tokens.at(TokenKind.END)) {
      profile();
    }
    Map<String, List<String>> all = new TreeMap<>();
    aliases.forEach((from, to) -> all.put(from, List.copyOf(to)));
    return new PolicyCompiler(variables, all).compile(profiles);
  }

  private boolean preamble() {
    switch (tokens.peek().kind()) {
      case ALIAS -> alias();
      case ABI -> abi();
      case SET_VAR -> assignment();
      case BOOL_VAR -> bool();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void alias() {
    tokens.take();
    String from = tokens.expect(TokenKind.ID).text();
    tokens.expect(TokenKind.ARROW);
    String to = tokens.expect(TokenKind.ID).text();
    tokens.expect(TokenKind.END_OF_RULE);
    aliases.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
  }

  /** The features that a policy was written for change nothing here. */
  private void abi() {
    tokens.take();
    tokens.expect(TokenKind.ID, TokenKind.VALUE);
    tokens.expect(TokenKind.END_OF_RULE);
  }

  private void assignment() {
    Token variable = tokens.take();
    boolean adds = tokens.expect(TokenKind.EQUALS, TokenKind.ADD_ASSIGN).is(TokenKind.ADD_ASSIGN);
    List<String> values = new ArrayList<>();
    values.add(tokens.expect(TokenKind.VALUE).text());
    while (tokens.at(TokenKind.VALUE)) {
      values.add(tokens.take().text());
    }
    String name = variableName(variable);
    if (!adds) {
      declareOnce(variable, name);
      variables.declare(name, values);
    } else if (variables.isSet(name)) {
      variables.add(name, values);
    } else {
      throw tokens.error(
          variable,
          "variable " + variable.text()
              + " was not previously declared, but is being assigned additional values");
    }
  }

  private void bool() {
    Token variable = tokens.take();
    tokens.expect(TokenKind.EQUALS);
    Token value = tokens.expect(TokenKind.VALUE);
    String lower = value.text().toLowerCase(Locale.ROOT);
    if (!lower.equals("true") && !lower.equals("false")) {
      throw tokens.error(
          value,
          "Invalid boolean assignment for (" + variable.text() + "): " + value.text()
              + " is not true or false");
    }
    String name = variableName(variable);
    declareOnce(variable, name);
    variables.declare(name, lower.equals("true"));
  }

  private void declareOnce(Token variable, String name) {
    if (variables.isDeclared(name)) {
      throw tokens.error(variable, "variable " + variable.text() + " was previously declared");
    }
  }

  private static String variableName(Token variable) {
    String name = variable.text().substring(1);
    return name.startsWith("{") ? name.substring(1, name.length() - 1) : name;
  }

  private void profile() {
    Token first = tokens.peek();
    boolean keyword = tokens.skip(TokenKind.PROFILE);
    boolean hat = !keyword && (tokens.skip(TokenKind.CARET) || tokens.skip(TokenKind.HAT));
    ProfileDraft draft = declaration(first);
    if (!draft.name.startsWith("/") && !keyword && !hat && draft.namespace.isEmpty()) {
      throw tokens.error(
          first, "Profile names must begin with a '/', namespace or keyword 'profile' or 'hat'.");
    }
    draft.hat = hat;
    if (profiles.putIfAbsent(draft.key(), draft) != null) {
      throw tokens.error(
          first, "Multiple definitions for profile " + draft.name + " exist,bailing out.");
    }
  }

  private ProfileDraft declaration(Token first) {
    Token name = tokens.expect(TokenKind.ID);
    Token attachment =
        tokens.at(TokenKind.ID) || tokens.at(TokenKind.SET_VAR) ? tokens.take() : null;
    Token group = tokens.at(TokenKind.CONDLISTID) ? tokens.peek() : null;
    if (group != null) {
      classes.conditionList();
    }
    ProfileFlags flags = flags();
    Token open = tokens.expect(TokenKind.OPEN);
    tokens.lexer().enterBlock();
    ProfileDraft draft = new ProfileDraft();
    draft.declaration = PolicyRule.at(first.to(open));
    block(draft);
    draft.flags = flags;
    Labels label = Labels.of(name.text());
    if (label.error().isPresent()) {
      throw PolicyException.of("rule", name.location(), label.error().get());
    }
    if (label.stack()) {
      throw tokens.error(name, "Profile names must begin with a '/' or a namespace");
    }
    draft.namespace = label.namespace();
    draft.name = label.name();
    if (attachment != null) {
      draft.attachment = attachment.text();
      if (!attachment.text().startsWith("/") && !attachment.text().startsWith("@{")) {
        throw tokens.error(attachment, "Profile attachment must begin with a '/' or variable.");
      }
    }
    if (group != null) {
      draft.xattrs = true;
      if (!group.text().equals("xattrs")) {
        throw tokens.error(group, "profile id: invalid conditional group " + group.text() + "=()");
      }
    }
    Transitions.finish(draft);
    tokens.lexer().leaveBlock();
    return draft;
  }

  private ProfileFlags flags() {
    ProfileFlags flags = new ProfileFlags();
    boolean named = tokens.at(TokenKind.CONDID);
    if (named) {
      Token name = tokens.take();
      tokens.expect(TokenKind.EQUALS);
      if (!name.text().equals("flags")) {
        throw tokens.error(name, "expected flags= got " + name.text() + "=");
      }
    }
    if (!named && !tokens.at(TokenKind.OPENPAREN)) {
      return flags;
    }
    tokens.expect(TokenKind.OPENPAREN);
    do {
      Token flag = tokens.expect(TokenKind.VALUE);
      flags.add(flag.text()).ifPresent(error -> {
        throw PolicyException.of("rule", flag.location(), error);
      });
    } while (tokens.at(TokenKind.VALUE));
    tokens.expect(TokenKind.CLOSEPAREN);
    return flags;
  }

  /** Rules up to the closing brace, and that. */
  private void block(ProfileDraft draft) {
    depth++;
    if (depth > DEEPEST_BLOCK) {
      throw PolicyException.of("limit", tokens.last().location(), "blocks are nested too deep");
    }
    while (!tokens.skip(TokenKind.CLOSE)) {
      rule(draft);
    }
    depth--;
  }

  private void rule(ProfileDraft draft) {
    Token first = tokens.peek();
    switch (first.kind()) {
      case ABI -> abi();
      case CARET, HAT, PROFILE -> child(draft);
      case IF -> draft.merge(conditional());
      case SET -> limits.limit(draft, first);
      default -> prefixed(draft, first);
    }
  }

  private void child(ProfileDraft draft) {
    Token first = tokens.take();
    ProfileDraft child = declaration(first);
    child.hat = !first.is(TokenKind.PROFILE);
    if (child.hat && child.xattrs) {
      throw tokens.error(first, "hat profiles can't use xattrs matches");
    }
    draft.add(child);
  }

  private void prefixed(ProfileDraft draft, Token first) {
    boolean audit = tokens.skip(TokenKind.AUDIT);
    boolean deny = !tokens.skip(TokenKind.ALLOW) && tokens.skip(TokenKind.DENY);
    boolean owner = tokens.skip(TokenKind.OWNER);
    boolean other = !owner && tokens.skip(TokenKind.OTHER);
    Prefix prefix = new Prefix(audit, deny, owner, other);
    if (FileRuleParser.starts(tokens.peek())) {
      files.file(draft, prefix, first);
      return;
    }
    switch (tokens.peek().kind()) {
      case OPEN -> inner(draft, prefix);
      case NETWORK -> classes.network(draft, prefix, first);
      case CAPABILITY -> classes.capability(draft, prefix, first);
      case MOUNT, REMOUNT, UMOUNT -> classes.mount(draft, prefix, first);
      case PIVOTROOT -> classes.pivotRoot(draft, prefix, first);
      case SIGNAL -> classes.signal(draft, prefix, first);
      case PTRACE -> classes.ptrace(draft, prefix, first);
      case UNIX -> classes.unix(draft, prefix, first);
      case DBUS -> classes.dbus(draft, prefix, first);
      case CHANGE_PROFILE -> files.changeProfile(draft, prefix, first);
      default -> throw tokens.unexpected();
    }
  }

  /** A block with words before it. As in upstream, only the rules about files in it count. */
  private void inner(ProfileDraft draft, Prefix prefix) {
    Token open = tokens.take();
    ProfileDraft inner = new ProfileDraft();
    block(inner);
    if (prefix.deny()) {
      throw tokens.error(open, "deny prefix not allowed");
    }
    for (FileEntry entry : inner.entries) {
      boolean exec = (entry.mode & FileBits.ALL_EXEC) != 0;
      if (exec && !entry.deny && (entry.mode & FileBits.ALL_EXEC_TYPE) == 0) {
        throw tokens.error(
            open, "Invalid mode, 'x' must be preceded by exec qualifier 'i', 'p', or 'u'");
      }
      entry.mode &= prefix.ownerMask();
      if (prefix.audit() != entry.deny) {
        entry.audit = entry.mode & ~FileBits.ALL_EXEC_TYPE;
      }
      draft.add(entry);
    }
  }

  private ProfileDraft conditional() {
    tokens.take();
    boolean holds = expression();
    tokens.expect(TokenKind.OPEN);
    ProfileDraft then = new ProfileDraft();
    block(then);
    if (!tokens.skip(TokenKind.ELSE)) {
      return holds ? then : new ProfileDraft();
    }
    ProfileDraft otherwise = new ProfileDraft();
    if (tokens.at(TokenKind.IF)) {
      depth++;
      if (depth > DEEPEST_BLOCK) {
        throw PolicyException.of("limit", tokens.last().location(), "blocks are nested too deep");
      }
      otherwise = conditional();
      depth--;
    } else {
      tokens.expect(TokenKind.OPEN);
      block(otherwise);
    }
    return holds ? then : otherwise;
  }

  private boolean expression() {
    boolean negated = false;
    while (tokens.skip(TokenKind.NOT)) {
      negated = !negated;
    }
    boolean defined = tokens.skip(TokenKind.DEFINED);
    Token variable = defined
        ? tokens.expect(TokenKind.SET_VAR, TokenKind.BOOL_VAR)
        : tokens.expect(TokenKind.BOOL_VAR);
    String name = variableName(variable);
    boolean value;
    if (defined) {
      value = variable.is(TokenKind.SET_VAR) ? variables.isSet(name) : variables.isDeclared(name);
    } else {
      value = variables
          .bool(name)
          .orElseThrow(() -> tokens.error(
              variable, "Unset boolean variable " + variable.text() + " used in if-expression"));
    }
    return value != negated;
  }
}
