/**
 * Entente over HTTP: every route stands in {@link entente.web.WebServer}, every refusal in one shape comes from
 * {@link entente.web.Problems}. The only package that knows Javalin.
 */
@NullMarked
package entente.web;

import org.jspecify.annotations.NullMarked;
