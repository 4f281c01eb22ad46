package io.plimsoll.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity for the processes of pods. Mirrors {@code core/v1 ServiceAccount}.
 *
 * @param metadata its name, labels and annotations
 * @param secrets names of the secrets that its pods may use
 * @param imagePullSecrets the pull secrets its pods get
 * @param automountServiceAccountToken whether its pods get a token mounted, or {@code null} if it does not say
 */
public record ServiceAccount(
    ObjectMeta metadata,
    List<String> secrets,
    List<LocalObjectReference> imagePullSecrets,
    @Nullable Boolean automountServiceAccountToken)
    implements ApiObject {

  /** The kind {@code v1 ServiceAccount}. */
  public static final Kind<ServiceAccount> KIND =
      new Kind<>("v1", "ServiceAccount", ServiceAccount::from);

  public ServiceAccount {
    secrets = List.copyOf(secrets);
    imagePullSecrets = List.copyOf(imagePullSecrets);
  }

  /** Reads the record from a tree. */
  public static ServiceAccount from(Fields fields) {
    return new ServiceAccount(
        fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY),
        fields.list("secrets", secret -> secret.text("name")),
        fields.list("imagePullSecrets", LocalObjectReference::from),
        fields.bool("automountServiceAccountToken"));
  }

  @Override
  public Kind<ServiceAccount> objectKind() {
    return KIND;
  }
}
