package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.SecretData;
import io.plimsoll.core.request.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The tokens that are in secrets of {@code kube-system}, for nodes that join. Mirrors {@code
 * plugin/pkg/auth/authenticator/token/bootstrap}. Whatever is wrong with one, it is not known.
 */
final class BootstrapTokenAuthenticator implements TokenAuthenticator {

  private static final Pattern TOKEN = Pattern.compile("([a-z0-9]{6})\\.([a-z0-9]{16})");
  private static final Pattern GROUP =
      Pattern.compile("system:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]");

  private static final String TYPE = "bootstrap.kubernetes.io/token";
  private static final String DEFAULT_GROUP = "system:bootstrappers";

  @Override
  public Authentication authenticate(String token, AuthenticationRequest request) {
    if (!TOKEN.matcher(token).matches()) {
      return Authentication.NO_OPINION;
    }
    String id = token.substring(0, token.indexOf('.'));
    String secret = token.substring(token.indexOf('.') + 1);
    return request
        .cluster()
        .find(new ObjectRef("v1", "Secret", "kube-system", "bootstrap-token-" + id))
        .filter(object -> isGood(object, id, secret, request.now()))
        .map(object -> answer(id, SecretData.of(object).text("auth-extra-groups")))
        .orElse(Authentication.NO_OPINION);
  }

  private static boolean isGood(KubeObject object, String id, String secret, Instant now) {
    SecretData data = SecretData.of(object);
    return object.metadata().deletionTimestamp() == null
        && Fields.of(object.tree()).text("type").equals(TYPE)
        && data.text("token-secret").equals(secret)
        && data.text("token-id").equals(id)
        && isUnexpired(data.text("expiration"), now)
        && data.text("usage-bootstrap-authentication").equals("true");
  }

  private static boolean isUnexpired(String expiration, Instant now) {
    return expiration.isEmpty()
        || GoText.time(expiration).filter(end -> end.isAfter(now)).isPresent();
  }

  private static Authentication answer(String id, String extraGroups) {
    TreeSet<String> groups = new TreeSet<>(List.of(DEFAULT_GROUP));
    if (!extraGroups.isEmpty()) {
      for (String group : extraGroups.split(",", -1)) {
        if (!GROUP.matcher(group).matches()) {
          return Authentication.NO_OPINION;
        }
        groups.add(group);
      }
    }
    User user = new User("system:bootstrap:" + id, "", List.copyOf(groups), Map.of());
    return new Authenticated(user, List.of(), List.of());
  }
}
