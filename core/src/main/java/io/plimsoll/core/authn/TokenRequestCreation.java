package io.plimsoll.core.authn;

import io.plimsoll.core.authn.ServiceAccountClaims.Ref;
import io.plimsoll.core.authn.ServiceAccountTokens.Answer;
import io.plimsoll.core.authn.ServiceAccountTokens.Answer.Issued;
import io.plimsoll.core.authn.ServiceAccountTokens.Answer.Refused;
import io.plimsoll.core.authn.TokenBinding.RefusedException;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One {@code TokenRequest} on its way to a token. Mirrors {@code TokenREST.Create}. */
final class TokenRequestCreation {

  private static final String GROUP = "authentication.k8s.io";
  private static final String KIND = "TokenRequest";
  private static final String ISSUED_ID = "authentication.kubernetes.io/issued-credential-id";

  private static final long DEFAULT_SECONDS = 3600;
  private static final long LEAST_SECONDS = 600;
  private static final long MOST_SECONDS = 1L << 32;

  /** What a kubelet asks for, by which a token that gets longer life is known. */
  private static final long EXTENDED_FROM_SECONDS = 3607;

  private static final long EXTENDED_TO_SECONDS = 24L * 365 * 60 * 60;

  private final ServiceAccountTokens tokens;
  private final String namespace;
  private final String name;
  private final Cluster cluster;
  private final Instant now;

  TokenRequestCreation(
      ServiceAccountTokens tokens, String namespace, String name, Cluster cluster, Instant now) {
    this.tokens = tokens;
    this.namespace = namespace;
    this.name = name;
    this.cluster = cluster;
    this.now = now;
  }

  Answer create(
      MappingValue sent,
      RandomGenerator random,
      Function<MappingValue, Optional<Status>> admission) {
    try {
      return issue(sent, random, admission);
    } catch (RefusedException refused) {
      return new Refused(refused.status());
    }
  }

  private Answer issue(
      MappingValue sent, RandomGenerator random, Function<MappingValue, Optional<Status>> admission)
      throws RefusedException {
    Fields fields = Fields.of(sent);
    Fields metadata = Fields.of(fields.value("metadata"));
    checkName(metadata);
    KubeObject account = cluster
        .find(ServiceAccount.KIND.ref(namespace, name))
        .orElseThrow(() -> new RefusedException(Status.notFound("", "serviceaccounts", name)));
    String uid = BoundObjects.uid(account);
    if (metadata.has("uid")
        && !metadata.text("uid").isEmpty()
        && !metadata.text("uid").equals(uid)) {
      throw new RefusedException(Status.conflict(
          GROUP,
          KIND,
          name,
          "the UID in the token request (" + metadata.text("uid")
              + ") does not match the UID of the service account (" + uid + ")"));
    }
    Fields spec = Fields.of(fields.value("spec"));
    List<String> audiences =
        spec.strings("audiences").isEmpty() ? tokens.apiAudiences : spec.strings("audiences");
    long seconds = spec.has("expirationSeconds") ? orZero(spec) : DEFAULT_SECONDS;
    TokenRequestTree tree =
        new TokenRequestTree(namespace, name, uid, now, audiences, spec.value("boundObjectRef"));
    validate(spec, seconds);
    Optional<Status> notAdmitted = admission.apply(tree.withoutStatus(seconds));
    if (notAdmitted.isPresent()) {
      throw new RefusedException(notAdmitted.get());
    }
    TokenBinding binding = TokenBinding.of(spec.value("boundObjectRef"), namespace, name, cluster);
    return sign(account, binding, tree, seconds, random);
  }

  private static long orZero(Fields spec) {
    Long seconds = spec.int64("expirationSeconds");
    return seconds == null ? 0 : seconds;
  }

  private void checkName(Fields metadata) throws RefusedException {
    checkMatch("name", metadata.text("name"), name);
    checkMatch("namespace", metadata.text("namespace"), namespace);
  }

  private void checkMatch(String field, String found, String wanted) throws RefusedException {
    if (!found.isEmpty() && !found.equals(wanted)) {
      FieldError error = FieldError.invalid(
          FieldPath.of("metadata", field),
          found,
          "must match the service account " + field + " if specified");
      throw new RefusedException(Status.invalid(GROUP, KIND, name, List.of(error)));
    }
  }

  /** Mirrors {@code ValidateTokenRequest}. */
  private static void validate(Fields spec, long seconds) throws RefusedException {
    FieldPath path = FieldPath.of("spec", "expirationSeconds");
    List<FieldError> errors = new ArrayList<>();
    if (seconds < LEAST_SECONDS) {
      errors.add(
          FieldError.invalid(path, seconds, "may not specify a duration less than 10 minutes"));
    }
    if (seconds > MOST_SECONDS) {
      errors.add(
          FieldError.invalid(path, seconds, "may not specify a duration larger than 2^32 seconds"));
    }
    Value attestations = spec.value("attestations");
    if (attestations instanceof MappingValue map
        && map.size() > 0
        && !TokenBinding.isToWebhook(spec.value("boundObjectRef"))) {
      errors = List.of(FieldError.invalid(
          FieldPath.of("spec", "attestations"),
          attestations,
          "attestations may only be specified with a webhook bound object reference"));
    }
    if (!errors.isEmpty()) {
      throw new RefusedException(Status.invalid(GROUP, KIND, "", errors));
    }
  }

  private Answer sign(
      KubeObject account,
      TokenBinding binding,
      TokenRequestTree tree,
      long requested,
      RandomGenerator random) {
    List<String> warnings = new ArrayList<>();
    long seconds = requested;
    if (tokens.maxExpirationSeconds > 0 && seconds > tokens.maxExpirationSeconds) {
      warnings.add("requested expiration of " + seconds + " seconds shortened to "
          + tokens.maxExpirationSeconds + " seconds");
      seconds = tokens.maxExpirationSeconds;
    }
    boolean extend = tokens.extendExpiration
        && binding.pod().isPresent()
        && seconds == EXTENDED_FROM_SECONDS
        && tokens.apiAudiences.containsAll(tree.audiences());
    String id = TokenIds.next(random);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", tokens.issuer);
    claims.put("sub", "system:serviceaccount:" + namespace + ":" + name);
    if (!tree.audiences().isEmpty()) {
      claims.put("aud", tree.audiences());
    }
    claims.put("iat", now.getEpochSecond());
    claims.put("nbf", now.getEpochSecond());
    claims.put("exp", now.plusSeconds(extend ? EXTENDED_TO_SECONDS : seconds).getEpochSecond());
    claims.put("jti", id);
    claims.put("kubernetes.io", own(account, binding, extend));
    String token = tokens.signer.sign(ClaimsText.json(claims));
    return new Issued(
        tree.withStatus(seconds, token), warnings, Map.of(ISSUED_ID, Credentials.ofTokenId(id)));
  }

  private Map<String, Object> own(KubeObject account, TokenBinding binding, boolean extend) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("namespace", namespace);
    own.put("serviceaccount", tree(new Ref(name, BoundObjects.uid(account))));
    binding.pod().ifPresent(ref -> own.put("pod", tree(ref)));
    binding.secret().ifPresent(ref -> own.put("secret", tree(ref)));
    binding.node().ifPresent(ref -> own.put("node", tree(ref)));
    if (extend) {
      own.put("warnafter", now.plusSeconds(EXTENDED_FROM_SECONDS).getEpochSecond());
    }
    return own;
  }

  private static Map<String, Object> tree(Ref ref) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!ref.name().isEmpty()) {
      tree.put("name", ref.name());
    }
    if (!ref.uid().isEmpty()) {
      tree.put("uid", ref.uid());
    }
    return tree;
  }
}
