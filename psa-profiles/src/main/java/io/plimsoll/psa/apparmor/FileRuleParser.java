package io.plimsoll.psa.apparmor;

import org.jspecify.annotations.Nullable;

/** Parses rules about files and links, and changes of the profile. Mirrors {@code parser_yacc.y}. */
final class FileRuleParser {

  private static final String EVERY_PATH = "/{**,}";

  private final Tokens tokens;

  FileRuleParser(Tokens tokens) {
    this.tokens = tokens;
  }

  static boolean starts(Token token) {
    return switch (token.kind()) {
      case FILE, LINK, SAFE, UNSAFE, ID, SET_VAR, MODE -> true;
      default -> false;
    };
  }

  /** {@code file,}, {@code /a r,}, {@code r /a,}, {@code link /a -> /b,}. */
  void file(ProfileDraft draft, Prefix prefix, Token first) {
    FileEntry entry = tokens.at(TokenKind.LINK) ? link(first) : rule(first);
    boolean exec = (entry.mode & FileBits.ALL_EXEC) != 0;
    boolean typed = (entry.mode & FileBits.ALL_EXEC_TYPE) != 0;
    if (prefix.deny() && exec && typed) {
      throw tokens.error(
          tokens.last(),
          "Invalid mode, in deny rules 'x' must not be preceded by exec qualifier 'i', 'p', or 'u'");
    }
    if (!prefix.deny() && exec && !typed && entry.transition == null) {
      throw tokens.error(
          tokens.last(),
          "Invalid mode, 'x' must be preceded by exec qualifier 'i', 'p', 'c', or 'u'");
    }
    entry.prefix(prefix);
    draft.add(entry);
  }

  private FileEntry rule(Token first) {
    if (tokens.skip(TokenKind.FILE) && tokens.at(TokenKind.END_OF_RULE)) {
      return new FileEntry(EVERY_PATH, FileBits.EVERYTHING, end(first));
    }
    TokenKind safety = tokens.peek().kind();
    boolean stated = safety == TokenKind.SAFE || safety == TokenKind.UNSAFE;
    if (stated) {
      tokens.take();
    }
    FileEntry entry = tokens.at(TokenKind.MODE) ? modeFirst(first) : pathFirst(first);
    if (stated) {
      int exec = entry.mode & FileBits.ALL_EXEC;
      if (exec == 0) {
        throw tokens.error(tokens.last(), "unsafe rule missing exec permissions");
      }
      entry.mode = safety == TokenKind.SAFE
          ? entry.mode & ~FileBits.ALL_UNSAFE
          : entry.mode | ((exec << 8) & FileBits.ALL_UNSAFE);
    }
    return entry;
  }

  private FileEntry pathFirst(Token first) {
    String path = tokens.expect(TokenKind.ID, TokenKind.SET_VAR).text();
    int mode = mode();
    if (tokens.at(TokenKind.ID) || tokens.at(TokenKind.SET_VAR)) {
      throw tokens.error(tokens.peek(), "missing an end of line character? (entry: " + path + ")");
    }
    String transition = target();
    FileEntry entry = new FileEntry(path, mode, end(first));
    entry.transition = transition;
    return entry;
  }

  private FileEntry modeFirst(Token first) {
    int mode = mode();
    boolean subset = tokens.skip(TokenKind.SUBSET) || tokens.skip(TokenKind.LE);
    String path = tokens.expect(TokenKind.ID, TokenKind.SET_VAR).text();
    String target = target();
    FileEntry entry = new FileEntry(path, mode, end(first));
    boolean link = (mode & FileBits.ALL_LINK) != 0;
    if (subset && (mode & ~FileBits.ALL_LINK) != 0) {
      throw tokens.error(tokens.last(), "subset can only be used with link rules.");
    }
    if (target != null && link && (mode & FileBits.ALL_EXEC) != 0) {
      throw tokens.error(tokens.last(), "link and exec perms conflict on a file rule using ->");
    }
    if (target != null && link && Labels.hasNamespace(target)) {
      throw tokens.error(
          tokens.last(), "link perms are not allowed on a named profile transition.");
    }
    if (link) {
      entry.linkName = target;
      entry.subset = subset;
    } else {
      entry.transition = target;
    }
    return entry;
  }

  private FileEntry link(Token first) {
    tokens.take();
    boolean subset = tokens.skip(TokenKind.SUBSET) || tokens.skip(TokenKind.LE);
    String path = tokens.expect(TokenKind.ID, TokenKind.SET_VAR).text();
    tokens.expect(TokenKind.ARROW);
    String target = tokens.expect(TokenKind.ID, TokenKind.SET_VAR).text();
    FileEntry entry = new FileEntry(path, FileBits.ALL_LINK, end(first));
    entry.linkName = target;
    entry.subset = subset;
    return entry;
  }

  void changeProfile(ProfileDraft draft, Prefix prefix, Token first) {
    tokens.take();
    TokenKind safety = tokens.peek().kind();
    boolean stated = safety == TokenKind.SAFE || safety == TokenKind.UNSAFE;
    if (stated) {
      tokens.take();
    }
    Token program = tokens.at(TokenKind.ID) ? tokens.take() : null;
    String target = target();
    PolicyRule rule = end(first);
    int mode = FileBits.CHANGE_PROFILE;
    if (program != null) {
      mode |= FileBits.ALL_EXEC;
      if (safety == TokenKind.UNSAFE) {
        mode |= FileBits.ALL_UNSAFE;
      }
      if (!program.text().startsWith("/") && !program.text().startsWith("@{")) {
        throw tokens.error(program, "Exec condition must begin with '/'.");
      }
    } else if (stated) {
      throw tokens.error(
          first, "Exec condition is required when unsafe or safe keywords are present");
    }
    if (prefix.hasOwner()) {
      throw tokens.error(first, "owner prefix not allowed");
    }
    FileEntry entry = new FileEntry(target == null ? "**" : target, mode, rule);
    entry.linkName = program == null ? null : program.text();
    entry.deny = prefix.deny();
    draft.add(entry);
  }

  private int mode() {
    Token token = tokens.expect(TokenKind.MODE);
    FileModes.Reading reading = FileModes.read(token.text());
    if (reading.error().isPresent()) {
      throw tokens.error(token, reading.error().get());
    }
    return reading.bits();
  }

  private @Nullable String target() {
    return tokens.skip(TokenKind.ARROW)
        ? tokens.expect(TokenKind.ID, TokenKind.SET_VAR).text()
        : null;
  }

  private PolicyRule end(Token first) {
    return PolicyRule.at(first.to(tokens.expect(TokenKind.END_OF_RULE)));
  }
}
