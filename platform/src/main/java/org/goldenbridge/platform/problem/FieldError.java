package org.goldenbridge.platform.problem;

/**
 * One wrong field of a request.
 *
 * @param pointer where: a JSON pointer into the body (RFC 6901), or {@code ?name} for a query parameter
 * @param detail what is wrong with it, and what would be right
 */
public record FieldError(String pointer, String detail) {}
