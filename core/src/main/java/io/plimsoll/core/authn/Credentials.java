package io.plimsoll.core.authn;

/** What identifies the credentials themselves, whoever's they are. */
final class Credentials {

  /** The key of a user's extra attributes that says which credentials it showed. Mirrors {@code user.CredentialIDKey}. */
  static final String ID_KEY = "authentication.kubernetes.io/credential-id";

  private Credentials() {}

  /** Returns what a token's id is as an extra attribute, or the empty text. Mirrors {@code CredentialIDForJTI}. */
  static String ofTokenId(String jti) {
    return jti.isEmpty() ? "" : "JTI=" + jti;
  }
}
