package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.HandlersSubject;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Keeps the handlers of one key in an array with spare room, which snapshots of other lengths
 * share.
 *
 * @param <E> the type of the argument to the handlers
 */
@Rogue(
    trap = "appending to an array that an older snapshot shares",
    caughtBy = RegistryRoguesTest.class)
@SuppressWarnings({"unchecked", "rawtypes", "NullAway"}) // an array of a generic type; never null
public final class HandlersAppendedInPlace<E> implements HandlersSubject<E> {
  private static final class Some<E> {
    private final Consumer<? super E>[] array;
    private final int size;

    Some(Consumer<? super E>[] array, int size) {
      this.array = array;
      this.size = size;
    }

    Some<E> with(Consumer<? super E> handler) {
      Consumer<? super E>[] next = size < array.length ? array : Arrays.copyOf(array, 2 * size + 1);
      next[size] = handler;
      return new Some<>(next, size + 1);
    }

    Some<E> without(Consumer<? super E> handler) {
      int at = Arrays.asList(array).indexOf(handler);
      if (at == size - 1) {
        return new Some<>(array, at);
      }
      Consumer<? super E>[] next = array.clone();
      System.arraycopy(array, at + 1, next, at, size - at - 1);
      return new Some<>(next, size - 1);
    }
  }

  private final AtomicReference<Some<E>> current =
      new AtomicReference<>(new Some<>(new Consumer[0], 0));

  @Override
  public Registration subscribe(int key, Consumer<? super E> handler) {
    Some<E> now = current.updateAndGet(some -> some.with(handler));
    return new Registration(now.size, () -> current.updateAndGet(some -> some.without(handler)));
  }

  @Override
  public void dispatch(int key, E event) {
    Some<E> some = current.get();
    for (int i = 0; i < some.size; i++) {
      some.array[i].accept(event);
    }
  }
}
