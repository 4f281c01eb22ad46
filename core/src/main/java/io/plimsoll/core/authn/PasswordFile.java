package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The users in the file of {@code --basic-auth-file}. Mirrors {@code password/passwordfile} of release 1.18, the last that had it. */
final class PasswordFile implements PasswordChecker {

  private final Map<String, UserTable.Row> rows = new HashMap<>();

  /** Reads the file; of two rows with one name the later counts. */
  PasswordFile(String path, String text) {
    UserTable.read("password", path, text).forEach(row -> rows.put(row.user().name(), row));
  }

  @Override
  public Authentication authenticate(String name, String password) {
    UserTable.Row row = rows.get(name);
    return row == null || !row.secret().equals(password)
        ? Authentication.NO_OPINION
        : new Authenticated(row.user(), List.of(), List.of());
  }
}
