package io.plimsoll.posture;

import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.plugin.ImageReviewer;
import io.plimsoll.core.admission.webhook.WebhookBackend;
import io.plimsoll.core.authn.TokenReviewer;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.authz.SubjectAccessReviewer;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiPredicate;

/**
 * What a server reaches outside of itself, as functions and keys: webhooks, issuers of tokens, its own signing key, authorizers
 * and admission plug-ins of one's own. Functions must answer the same to the same.
 *
 * <pre>{@code
 * Backends backends = Backends.none()
 *     .withTokenReviewer(spec -> spec.token().equals("t") ? Status.of(User.of("alice")) : Status.unknown());
 * }</pre>
 */
public final class Backends {

  private static final Backends NONE = new Backends(new Parts());

  private final Parts parts;

  private Backends(Parts parts) {
    this.parts = parts;
  }

  /** All parts, while they are put together; never changed once a {@link Backends} has them. */
  private static final class Parts {
    Optional<TokenReviewer> tokenReviewer = Optional.empty();
    Map<String, SubjectAccessReviewer> accessReviewers = new LinkedHashMap<>();
    Map<String, Map<String, PublicKey>> issuerKeys = new LinkedHashMap<>();
    Map<String, Authorizer> authorizers = new LinkedHashMap<>();
    Optional<KeyPair> signingKey = Optional.empty();
    Optional<BiPredicate<String, String>> keystone = Optional.empty();
    WebhookBackend webhooks = WebhookBackend.unreachable();
    Optional<ImageReviewer> imageReviewer = Optional.empty();
    Map<String, AdmissionPlugin> plugins = new LinkedHashMap<>();

    Parts copy() {
      Parts copy = new Parts();
      copy.tokenReviewer = tokenReviewer;
      copy.accessReviewers = new LinkedHashMap<>(accessReviewers);
      copy.issuerKeys = new LinkedHashMap<>(issuerKeys);
      copy.authorizers = new LinkedHashMap<>(authorizers);
      copy.signingKey = signingKey;
      copy.keystone = keystone;
      copy.webhooks = webhooks;
      copy.imageReviewer = imageReviewer;
      copy.plugins = new LinkedHashMap<>(plugins);
      return copy;
    }
  }

  /** Returns what answers, by the names it was given; no key, no answer. */
  @Override
  public String toString() {
    StringJoiner names = new StringJoiner(", ", "backends [", "]");
    parts.tokenReviewer.ifPresent(any -> names.add("token reviewer"));
    parts.accessReviewers.keySet().forEach(name -> names.add("access reviewer " + name));
    parts.issuerKeys.keySet().forEach(name -> names.add("issuer " + name));
    parts.authorizers.keySet().forEach(name -> names.add("authorizer " + name));
    parts.signingKey.ifPresent(any -> names.add("signing key"));
    parts.keystone.ifPresent(any -> names.add("keystone"));
    if (!parts.webhooks.equals(NONE.parts.webhooks)) {
      names.add("webhooks");
    }
    parts.imageReviewer.ifPresent(any -> names.add("image reviewer"));
    return names.toString();
  }

  /** Returns a world in which nothing answers. */
  public static Backends none() {
    return NONE;
  }

  /** Returns these with the service of {@code --authentication-token-webhook-config-file}. */
  public Backends withTokenReviewer(TokenReviewer reviewer) {
    Parts copy = parts.copy();
    copy.tokenReviewer = Optional.of(Objects.requireNonNull(reviewer, "no reviewer"));
    return new Backends(copy);
  }

  /** Returns these with the service behind an authorization webhook, by its name; that of the flags is called {@code default}. */
  public Backends withAccessReviewer(String name, SubjectAccessReviewer reviewer) {
    Parts copy = parts.copy();
    copy.accessReviewers.put(
        Objects.requireNonNull(name, "no name"), Objects.requireNonNull(reviewer, "no reviewer"));
    return new Backends(copy);
  }

  /** Returns these with the public keys that an issuer of tokens publishes, by their ids. */
  public Backends withIssuerKeys(String issuerUrl, Map<String, PublicKey> keys) {
    Parts copy = parts.copy();
    copy.issuerKeys.put(Objects.requireNonNull(issuerUrl, "no URL"), Map.copyOf(keys));
    return new Backends(copy);
  }

  /** Returns these with an authorizer of one's own, which configurations name by its type. */
  public Backends withAuthorizer(String type, Authorizer authorizer) {
    Parts copy = parts.copy();
    copy.authorizers.put(
        Objects.requireNonNull(type, "no type"),
        Objects.requireNonNull(authorizer, "no authorizer"));
    return new Backends(copy);
  }

  /**
   * Returns these with the key that tokens of service accounts are signed with, in the place of the file of {@code
   * --service-account-signing-key-file}, which is not read then. Its public half is trusted, too.
   */
  public Backends withSigningKey(KeyPair key) {
    Parts copy = parts.copy();
    copy.signingKey = Optional.of(Objects.requireNonNull(key, "no key"));
    return new Backends(copy);
  }

  /** Returns these with Keystone, which says whether a name and a password fit: {@code --experimental-keystone-url}. */
  public Backends withKeystone(BiPredicate<String, String> service) {
    Parts copy = parts.copy();
    copy.keystone = Optional.of(Objects.requireNonNull(service, "no service"));
    return new Backends(copy);
  }

  /** Returns these with what stands behind the admission webhooks of the cluster. */
  public Backends withWebhooks(WebhookBackend backend) {
    Parts copy = parts.copy();
    copy.webhooks = Objects.requireNonNull(backend, "no backend");
    return new Backends(copy);
  }

  /** Returns these with what stands behind the plug-in {@code ImagePolicyWebhook}. */
  public Backends withImageReviewer(ImageReviewer reviewer) {
    Parts copy = parts.copy();
    copy.imageReviewer = Optional.of(Objects.requireNonNull(reviewer, "no reviewer"));
    return new Backends(copy);
  }

  /**
   * Returns these with an admission plug-in of one's own, which stands where upstream puts those that are new: after the built-in
   * ones and before policies, webhooks and {@code ResourceQuota}. It is on unless {@code --disable-admission-plugins} names it.
   * One with the name of a built-in plug-in takes its place, and is on where that would be.
   */
  public Backends withPlugin(AdmissionPlugin plugin) {
    Parts copy = parts.copy();
    copy.plugins.put(Objects.requireNonNull(plugin.name(), "no name"), plugin);
    return new Backends(copy);
  }

  Collection<AdmissionPlugin> plugins() {
    return parts.plugins.values();
  }

  WebhookBackend webhooks() {
    return parts.webhooks;
  }

  Optional<ImageReviewer> imageReviewer() {
    return parts.imageReviewer;
  }

  Optional<TokenReviewer> tokenReviewer() {
    return parts.tokenReviewer;
  }

  Map<String, SubjectAccessReviewer> accessReviewers() {
    return parts.accessReviewers;
  }

  Map<String, Map<String, PublicKey>> issuerKeys() {
    return parts.issuerKeys;
  }

  Map<String, Authorizer> authorizers() {
    return parts.authorizers;
  }

  Optional<KeyPair> signingKey() {
    return parts.signingKey;
  }

  Optional<BiPredicate<String, String>> keystone() {
    return parts.keystone;
  }
}
