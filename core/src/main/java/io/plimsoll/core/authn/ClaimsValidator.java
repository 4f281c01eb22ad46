package io.plimsoll.core.authn;

/** Compares what a token says with what the cluster holds. Mirrors {@code Validator} of {@code pkg/serviceaccount}. */
interface ClaimsValidator {

  /** Reads the claims of a token whose signature is good. */
  ServiceAccountClaims read(byte[] payload) throws TokenException;

  /** Returns the answer about a token, whose audiences are left to others. */
  Authentication validate(String token, ServiceAccountClaims claims, AuthenticationRequest request);
}
