package io.latchless.stress.subjects;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The handlers of one key, in a list that is replaced by every change.
 *
 * @param <E> the type of the argument to the handlers
 */
@SuppressWarnings("NullAway") // its reference is never null
public class ListedHandlers<E> implements HandlersSubject<E> {
  /**
   * One handler in the list.
   *
   * @param id the id of the registration
   * @param handler the handler
   * @param <E> the type of the handler's argument
   */
  protected record Entry<E>(long id, Consumer<? super E> handler) {}

  private final AtomicReference<List<Entry<E>>> current = new AtomicReference<>(List.of());
  private final AtomicLong lastId = new AtomicLong();

  protected final List<Entry<E>> current() {
    return current.get();
  }

  protected final boolean swap(List<Entry<E>> seen, List<Entry<E>> next) {
    return current.compareAndSet(seen, next);
  }

  protected long nextId() {
    return lastId.incrementAndGet();
  }

  protected void update(UnaryOperator<List<Entry<E>>> change) {
    List<Entry<E>> seen;
    do {
      seen = current();
    } while (!swap(seen, change.apply(seen)));
  }

  @Override
  public final Registration subscribe(int key, Consumer<? super E> handler) {
    Entry<E> added = new Entry<>(nextId(), handler);
    update(
        present -> {
          List<Entry<E>> more = new ArrayList<>(present);
          more.add(added);
          return more;
        });
    return new Registration(added.id(), () -> close(added.id()));
  }

  private void close(long id) {
    update(
        present -> {
          List<Entry<E>> fewer = new ArrayList<>(present);
          fewer.removeIf(entry -> entry.id() == id);
          return fewer;
        });
  }

  @Override
  public final void dispatch(int key, E event) {
    current().forEach(entry -> entry.handler().accept(event));
  }
}
