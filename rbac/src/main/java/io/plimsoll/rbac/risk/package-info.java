/**
 * Paths from a subject to more power, step by step, with the rules that allow each step and the bindings that close it.
 *
 * <pre>{@code
 * RiskAnalysis risks = RiskAnalysis.of(cluster);
 * for (RiskPath path : risks.topRisks()) {
 *   System.out.println(RiskText.of(path, risks.cutsOf(path), cluster));
 * }
 * risks.path(Subject.serviceAccount("shop", "web"), Goal.of(Goal.Kind.CLUSTER_ADMIN));
 * }</pre>
 */
@NullMarked
package io.plimsoll.rbac.risk;

import org.jspecify.annotations.NullMarked;
