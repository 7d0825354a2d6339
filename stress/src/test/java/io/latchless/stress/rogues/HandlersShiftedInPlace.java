package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.HandlersSubject;
import java.util.function.Consumer;

/**
 * Keeps the handlers of one key in an array that is shifted on each close, even during a dispatch.
 *
 * @param <E> the type of the argument to the handlers
 */
@Rogue(
    trap = "shifting an array in place while a dispatch iterates over it",
    caughtBy = RegistryRoguesTest.class)
@SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
public final class HandlersShiftedInPlace<E> implements HandlersSubject<E> {
  private static final int ROOM = 16;

  private final Consumer<? super E>[] handlers = new Consumer[ROOM];
  private volatile int size;
  private long lastId;

  @Override
  public synchronized Registration subscribe(int key, Consumer<? super E> handler) {
    handlers[size] = handler;
    size = size + 1;
    return new Registration(++lastId, () -> close(handler));
  }

  private synchronized void close(Consumer<? super E> handler) {
    int at = 0;
    while (handlers[at] != handler) {
      at++;
    }
    System.arraycopy(handlers, at + 1, handlers, at, size - at - 1);
    size = size - 1;
  }

  @Override
  public void dispatch(int key, E event) {
    for (int i = 0; i < size; i++) {
      handlers[i].accept(event);
    }
  }
}
