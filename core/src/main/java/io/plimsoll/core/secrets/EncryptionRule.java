package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;

/**
 * What a configuration says of one resource, or of those a wildcard stands for.
 *
 * @param resource the resource or the wildcard
 * @param path where it is named first
 * @param providers the providers in order: those of later rules that name it again come after the others
 */
record EncryptionRule(GroupResource resource, FieldPath path, List<ProviderKeys> providers) {

  EncryptionRule {
    providers = List.copyOf(providers);
  }

  EncryptionRule with(List<ProviderKeys> further) {
    List<ProviderKeys> all = new ArrayList<>(providers);
    all.addAll(further);
    return new EncryptionRule(resource, path, all);
  }
}
