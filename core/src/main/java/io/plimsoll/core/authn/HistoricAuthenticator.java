package io.plimsoll.core.authn;

/** The authenticators that Kubernetes once had: they can be used by name, and no server has them by default. */
public enum HistoricAuthenticator {
  /** A file of names and passwords. */
  BASIC_AUTH_FILE("basic-auth-file", "1.19"),
  /** The identity service of OpenStack. */
  KEYSTONE("experimental-keystone-url", "1.10");

  private final String flag;
  private final String removedIn;

  HistoricAuthenticator(String flag, String removedIn) {
    this.flag = flag;
    this.removedIn = removedIn;
  }

  /** Returns the flag that turned it on, without its hyphens: {@code basic-auth-file}. */
  public String flag() {
    return flag;
  }

  /** Returns the first release that did not have it: {@code 1.19}. */
  public String removedIn() {
    return removedIn;
  }
}
