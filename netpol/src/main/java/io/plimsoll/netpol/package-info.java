/** Network policies: who may connect to whom? */
@NullMarked
package io.plimsoll.netpol;

import org.jspecify.annotations.NullMarked;
