package io.plimsoll.posture.tenant;

import io.plimsoll.core.manifest.MappingValue;

/** Tenants for people and for programs. What is found wanting is not in it: {@link Tenants#findings} go into a report as others do. */
public final class TenantReport {

  private TenantReport() {}

  /** Returns a paragraph for each namespace, and one for what holds in all; lines end in {@code \n}. */
  public static String text(Tenants tenants) {
    return new TenantText(tenants).text();
  }

  /**
   * Returns a tree with {@code namespaces}, {@code peers} and {@code everywhere}.
   *
   * <p>Each namespace has {@code name}, {@code defined}, {@code place}; {@code podSecurity} with {@code modes} ({@code mode}, {@code
   * policy}, {@code labelled}, {@code location}), {@code problems}, {@code workloads}, {@code met}, {@code below} and {@code refused};
   * {@code ingress} and {@code egress} with {@code coverage}, {@code policies}, {@code workloads} ({@code workload}, {@code state},
   * {@code policies}) and {@code crossings} ({@code workloads}, {@code connections}, {@code peers}: an index of {@code peers} of the
   * root, of which what the namespace has itself does not count); {@code limitRanges}, {@code quotas}; {@code accounts}, each with
   * {@code name}, {@code defined}, {@code automount}, {@code place}, {@code pods} and {@code grants}; {@code groupGrants}, {@code
   * foreignGrants} and {@code secretAccess}.
   *
   * <p>A grant has {@code subject}, {@code role}, {@code scope} unless it is the whole cluster, {@code place} of the subject and {@code
   * accesses}; a way to secrets has {@code way}, {@code subject}, {@code resourceNames}, {@code rule} and {@code binding}. A place has
   * {@code object}, {@code path} and {@code location} as {@link io.plimsoll.core.report.JsonReport} has them. {@code everywhere} has
   * {@code grants}, {@code grantsToEverybody} and {@code secretAccess}.
   */
  public static MappingValue tree(Tenants tenants) {
    return new TenantTree(tenants).tree();
  }
}
