package io.latchless.rules.examples.leftalone.fields;

class OfThePackage {
  public static int[] numbers = {1};
  public int count = 1;
}
