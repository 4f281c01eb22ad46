package io.plimsoll.core.admission;

import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.cluster.Cluster;
import java.time.Instant;
import java.util.Optional;

/**
 * What a plug-in is given.
 *
 * @param attributes the request
 * @param cluster the objects of the cluster as they are before the request is done
 * @param now the time
 * @param authorizer whom to ask whether somebody may do something
 * @param memory what this plug-in returned last, over all requests, such as how much of a limit is used up; empty at first
 * @param isAgain whether mutating plug-ins are called a second time for the same request
 */
public record AdmissionCall(
    AdmissionAttributes attributes,
    Cluster cluster,
    Instant now,
    Authorizer authorizer,
    Optional<Object> memory,
    boolean isAgain) {}
