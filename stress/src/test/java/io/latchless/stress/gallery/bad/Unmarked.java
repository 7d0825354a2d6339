package io.latchless.stress.gallery.bad;

/** Has no mark. */
final class Unmarked {}
