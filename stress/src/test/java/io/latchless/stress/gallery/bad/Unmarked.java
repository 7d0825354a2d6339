package io.latchless.stress.gallery.bad;

/** Does not say anything. */
final class Unmarked {}
