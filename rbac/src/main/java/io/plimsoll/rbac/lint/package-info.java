/**
 * Findings in roles and bindings: what does not do what it seems to do, and what does more than people think.
 *
 * <p>{@link io.plimsoll.rbac.lint.LintRule} lists the rules. Findings stand where they can be mended; many carry the change.
 *
 * <pre>{@code
 * RbacLint lint = RbacLint.of(Cluster.load(Path.of("k8s")));
 * System.out.print(TextReport.of(Report.of(lint.findings(), cluster)));
 * }</pre>
 */
@NullMarked
package io.plimsoll.rbac.lint;

import org.jspecify.annotations.NullMarked;
