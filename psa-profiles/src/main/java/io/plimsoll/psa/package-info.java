/** Pod Security Standards and admission: may this pod run? */
@NullMarked
package io.plimsoll.psa;

import org.jspecify.annotations.NullMarked;
