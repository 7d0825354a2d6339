/** Lives for so many seconds, and ends with an exit code. */
public final class Child {
  public static void main(String[] arguments) throws InterruptedException {
    Thread.sleep(1_000L * Integer.parseInt(arguments[0]));
    System.exit(Integer.parseInt(arguments[1]));
  }
}
