package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.User;
import java.util.List;
import java.util.Map;

/** The rows of a file that says who the users are: a secret, a name, a uid and, if need be, groups. */
final class UserTable {

  private UserTable() {}

  /**
   * One row.
   *
   * @param secret the token or password
   * @param user who has it
   */
  record Row(String secret, User user) {
    /** Returns the user, and not the secret. */
    @Override
    public String toString() {
      return user.toString();
    }
  }

  /**
   * Reads a file.
   *
   * @param kind {@code token} or {@code password}: what the file holds
   * @param path the name of the file, for messages
   * @throws IllegalArgumentException with upstream's text if it cannot be read
   */
  static List<Row> read(String kind, String path, String text) {
    return GoText.csv(text).stream().map(row -> row(kind, path, row)).toList();
  }

  private static Row row(String kind, String path, List<String> row) {
    if (row.size() < 3) {
      throw new IllegalArgumentException(
          kind + " file '" + path + "' must have at least 3 columns (" + kind
              + ", user name, user uid), found " + row.size());
    }
    List<String> groups = row.size() < 4 ? List.of() : List.of(row.get(3).split(",", -1));
    return new Row(row.get(0), new User(row.get(1), row.get(2), groups, Map.of()));
  }
}
