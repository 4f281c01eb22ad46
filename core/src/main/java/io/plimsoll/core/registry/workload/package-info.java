/**
 * Strategies of what makes pods: Deployment, ReplicaSet, StatefulSet, DaemonSet, Job and CronJob.
 *
 * <pre>{@code
 * List<Strategy> strategies = Workloads.strategies();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.registry.workload;

import org.jspecify.annotations.NullMarked;
