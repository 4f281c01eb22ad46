/** Role-based access control: who may do what? */
@NullMarked
package io.plimsoll.rbac;

import org.jspecify.annotations.NullMarked;
