package io.latchless.primitives;

/**
 * A value and the version under which it was published, read at once.
 *
 * @param <T> the type of the value
 * @param value the value
 * @param version how many publications had come before it
 */
public record Snapshot<T>(T value, long version) {}
