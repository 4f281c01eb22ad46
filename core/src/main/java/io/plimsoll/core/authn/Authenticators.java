package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.authn.AuthenticationConfiguration.AnonymousAuthConfig;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * All authenticators of one API server, in upstream's order. Mirrors {@code pkg/kubeapiserver/authenticator/config.go}, {@code
 * pkg/kubeapiserver/options/authentication.go} and the filter {@code WithAuthentication}.
 *
 * <p>Successes are not remembered: a server keeps that of a token for ten seconds.
 */
public final class Authenticators implements Authenticator {

  private final Authenticator chain;
  private final List<String> apiAudiences;

  private Authenticators(Authenticator chain, List<String> apiAudiences) {
    this.chain = chain;
    this.apiAudiences = apiAudiences;
  }

  /** Returns a builder in which nothing is set but that anonymous requests are let in, as kube-apiserver does. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns whom this server takes itself to be: what {@code --api-audiences} says, or else the issuers of its tokens. */
  public List<String> apiAudiences() {
    return apiAudiences;
  }

  /**
   * Returns who sends a request to this server: a user, or an error or no opinion, which are both answered with 401.
   *
   * @param cluster the objects of the cluster, such as service accounts and secrets
   */
  public Authentication authenticate(ApiRequest http, Cluster cluster, Instant now) {
    return authenticate(new AuthenticationRequest(http, cluster, now, apiAudiences));
  }

  /** Returns who sends a request; its audiences count, as a {@code TokenReview} may ask for others than the server's. */
  @Override
  public Authentication authenticate(AuthenticationRequest request) {
    Authentication answer = chain.authenticate(request);
    return answer instanceof Authenticated known && !isAcceptable(known, request.audiences())
        ? Remarks.of(known)
            .before(Authentication.failed(
                "unable to match the audience: [" + String.join(" ", known.audiences())
                    + "] , accepted: [" + String.join(" ", request.audiences()) + "]"))
        : answer;
  }

  private static boolean isAcceptable(Authenticated known, List<String> accepted) {
    return accepted.isEmpty()
        || known.audiences().isEmpty()
        || !Audiences.intersect(accepted, known.audiences()).isEmpty();
  }

  /** Makes {@link Authenticators}. The methods have the names of kube-apiserver's flags; files are given as what they hold. */
  public static final class Builder {

    /** A file: its name, which messages show, and its text. */
    record NamedText(String name, String text) {
      /** Returns the name, and nothing of what the file holds. */
      @Override
      public String toString() {
        return name;
      }
    }

    /** Keystone's URL, and its answers. */
    record Keystone(String url, BiPredicate<String, String> service) {}

    List<X509Certificate> clientCa = List.of();
    Optional<RequestHeaderConfig> requestHeader = Optional.empty();
    Optional<NamedText> tokenAuthFile = Optional.empty();
    Optional<NamedText> basicAuthFile = Optional.empty();
    Optional<Keystone> keystone = Optional.empty();
    List<PublicKey> serviceAccountKeys = List.of();
    List<String> serviceAccountIssuers = List.of();
    boolean serviceAccountLookup = true;
    List<String> apiAudiences = List.of();
    boolean bootstrapTokenAuth;
    Optional<AuthenticationConfiguration> authenticationConfig = Optional.empty();
    Optional<OidcFlags> oidc = Optional.empty();
    final Map<String, Map<String, PublicKey>> issuerKeys = new LinkedHashMap<>();
    Optional<TokenReviewer> tokenWebhook = Optional.empty();
    Optional<Boolean> anonymousAuth = Optional.empty();
    boolean authorizesAlways;

    private Builder() {}

    /** Sets the authorities whose certificates stand for users: {@code --client-ca-file}. */
    public Builder clientCa(List<X509Certificate> authorities) {
      clientCa = List.copyOf(authorities);
      return this;
    }

    /**
     * Sets the authorities of {@code --client-ca-file} by the text of the file.
     *
     * @throws IllegalArgumentException if it holds no certificate
     */
    public Builder clientCaFile(String pem) {
      return clientCa(Pem.certificates(pem));
    }

    /** Sets what the {@code --requestheader-*} flags say of a proxy that authenticates. */
    public Builder requestHeader(RequestHeaderConfig config) {
      requestHeader = Optional.of(config);
      return this;
    }

    /** Sets the file of {@code --token-auth-file}. */
    public Builder tokenAuthFile(String name, String csv) {
      tokenAuthFile = Optional.of(new NamedText(name, csv));
      return this;
    }

    /** Sets the file of {@code --basic-auth-file}, which release 1.19 removed: {@link HistoricAuthenticator#BASIC_AUTH_FILE}. */
    public Builder basicAuthFile(String name, String csv) {
      basicAuthFile = Optional.of(new NamedText(name, csv));
      return this;
    }

    /**
     * Sets {@code --experimental-keystone-url}, which release 1.10 removed: {@link HistoricAuthenticator#KEYSTONE}.
     *
     * @param service whether a user's name and password fit
     */
    public Builder experimentalKeystoneUrl(String url, BiPredicate<String, String> service) {
      keystone = Optional.of(new Keystone(url, service));
      return this;
    }

    /** Sets the keys that tokens of service accounts are signed with: {@code --service-account-key-file}. */
    public Builder serviceAccountKeys(List<PublicKey> keys) {
      serviceAccountKeys = List.copyOf(keys);
      return this;
    }

    /**
     * Adds the keys of a {@code --service-account-key-file} by the text of the file: public keys, those of certificates, and
     * those of private keys; of elliptic curves, private keys in the form of PKCS #8 do not count, as upstream has it.
     *
     * @throws IllegalArgumentException if it holds none
     */
    public Builder serviceAccountKeyFile(String pem) {
      List<PublicKey> all = new ArrayList<>(serviceAccountKeys);
      all.addAll(Pem.publicKeys(pem));
      return serviceAccountKeys(all);
    }

    /** Sets who issues tokens of service accounts, the present one first: {@code --service-account-issuer}. */
    public Builder serviceAccountIssuer(String... issuers) {
      serviceAccountIssuers = List.of(issuers);
      return this;
    }

    /** Sets whether legacy tokens are looked up in the cluster, as is the default: {@code --service-account-lookup}. */
    public Builder serviceAccountLookup(boolean lookup) {
      serviceAccountLookup = lookup;
      return this;
    }

    /** Sets whom the server takes itself to be; if not set, its issuers: {@code --api-audiences}. */
    public Builder apiAudiences(String... audiences) {
      apiAudiences = List.of(audiences);
      return this;
    }

    /** Sets whether bootstrap tokens are looked at: {@code --enable-bootstrap-token-auth}. */
    public Builder enableBootstrapTokenAuth(boolean enable) {
      bootstrapTokenAuth = enable;
      return this;
    }

    /**
     * Sets the file of {@code --authentication-config}.
     *
     * @throws AuthenticationSettingsException if it cannot be decoded
     */
    public Builder authenticationConfig(String name, String text) {
      return authenticationConfig(AuthenticationConfiguration.parse(name, text));
    }

    /** Sets what the file of {@code --authentication-config} says. */
    public Builder authenticationConfig(AuthenticationConfiguration configuration) {
      authenticationConfig = Optional.of(configuration);
      return this;
    }

    /** Sets what the {@code --oidc-*} flags say of an issuer of tokens. */
    public Builder oidc(OidcFlags flags) {
      oidc = Optional.of(flags);
      return this;
    }

    /**
     * Sets the public keys of an issuer of an authentication configuration or of {@code --oidc-issuer-url}: what the issuer
     * publishes.
     *
     * @param keys the keys by their ids
     */
    public Builder issuerKeys(String issuerUrl, Map<String, PublicKey> keys) {
      issuerKeys.put(issuerUrl, new LinkedHashMap<>(keys));
      return this;
    }

    /** Sets the service of {@code --authentication-token-webhook-config-file}. */
    public Builder authenticationTokenWebhook(TokenReviewer reviewer) {
      tokenWebhook = Optional.of(reviewer);
      return this;
    }

    /** Sets whether requests without credentials are let in: {@code --anonymous-auth}. */
    public Builder anonymousAuth(boolean allow) {
      anonymousAuth = Optional.of(allow);
      return this;
    }

    /**
     * Says whether {@code AlwaysAllow} is among the authorization modes: then {@code --anonymous-auth} is taken for false, but a
     * file of {@code --authentication-config} still counts.
     */
    public Builder authorizesAlways(boolean always) {
      authorizesAlways = always;
      return this;
    }

    /**
     * Returns the authenticators.
     *
     * @throws AuthenticationSettingsException if the server would not start, with its message
     */
    public Authenticators build() {
      AuthenticationSettings.check(this);
      AuthenticationConfiguration configuration = AuthenticationSettings.configuration(this);
      AnonymousAuthConfig anonymous = AuthenticationSettings.anonymous(this, configuration);
      AuthenticationSettings.validate(configuration);
      List<String> audiences = apiAudiences.isEmpty() ? serviceAccountIssuers : apiAudiences;
      Authenticator chain =
          new AuthenticatorChain(this, configuration, audiences).assemble(anonymous);
      return new Authenticators(chain, audiences);
    }
  }
}
