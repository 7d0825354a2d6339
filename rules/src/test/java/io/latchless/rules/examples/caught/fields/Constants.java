package io.latchless.rules.examples.caught.fields;

@SuppressWarnings("MutablePublicArray")
public interface Constants {
  byte[] MAGIC = {1, 2}; // caught
}
