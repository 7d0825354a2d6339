package io.latchless.stress.subjects;

import io.latchless.eventbus.DeadEvent;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.HandlerFailure;
import io.latchless.eventbus.Topic;
import io.latchless.stress.subjects.HandlersSubject.Registration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bus with one list of handlers, which every change replaces. The rogues change one step each.
 */
public class ListedBus implements SmallBus {
  /**
   * One handler in the list.
   *
   * @param id the id of the subscription
   * @param topic the topic that it has subscribed to
   * @param handler the handler
   */
  protected record Entry(long id, Topic<?> topic, Consumer<Object> handler) {}

  private volatile List<Entry> entries = new ArrayList<>();
  private long lastId;

  @Override
  @SuppressWarnings("unchecked") // only events of its type reach a handler
  public final synchronized <E> Registration subscribe(
      Topic<E> topic, Consumer<? super E> handler) {
    List<Entry> more = new ArrayList<>(entries);
    Entry added = new Entry(nextId(more.size()), topic, (Consumer<Object>) handler);
    more.add(added);
    entries = more;
    return new Registration(added.id(), () -> remove(added.id()));
  }

  protected long nextId(int present) {
    return ++lastId;
  }

  private synchronized void remove(long id) {
    entries = without(entries, id);
  }

  protected List<Entry> without(List<Entry> present, long id) {
    List<Entry> fewer = new ArrayList<>(present);
    fewer.removeIf(each -> each.id() == id);
    return fewer;
  }

  @Override
  public final <E> void publish(Topic<E> topic, E event) {
    List<Entry> seen = entries;
    boolean isDead = true;
    for (String scope : scopes(topic.name())) {
      for (int i = 0; i < seen.size(); i++) {
        Entry each = seen.get(i);
        for (Class<?> type : types(event.getClass())) {
          if (each.topic().name().equals(scope) && each.topic().type() == type) {
            isDead = false;
            call(each, event);
          }
        }
      }
    }
    if (isDead && !(event instanceof DeadEvent || event instanceof HandlerFailure)) {
      dead(new DeadEvent(topic.name(), event));
    }
  }

  /** Returns a name, the scopes above it, and the global scope. */
  protected List<String> scopes(String name) {
    List<String> scopes = new ArrayList<>();
    for (String scope = name; !scope.isEmpty(); scope = parent(scope)) {
      scopes.add(scope);
    }
    scopes.add("");
    return scopes;
  }

  protected static String parent(String scope) {
    return scope.substring(0, Math.max(0, scope.lastIndexOf('.')));
  }

  /** Returns a class and its supertypes, each once. */
  protected Collection<Class<?>> types(Class<?> ofEvent) {
    Set<Class<?>> types = new LinkedHashSet<>();
    collect(ofEvent, types);
    return types;
  }

  /** Adds a class and its supertypes, in the order of their declarations. */
  protected static void collect(@Nullable Class<?> type, Collection<Class<?>> into) {
    if (type != null) {
      into.add(type);
      collect(type.getSuperclass(), into);
      for (Class<?> each : type.getInterfaces()) {
        collect(each, into);
      }
    }
  }

  protected void call(Entry entry, Object event) {
    try {
      entry.handler().accept(event);
    } catch (Throwable thrown) {
      failed(new HandlerFailure(entry.id(), "", entry.topic().name(), event, thrown));
    }
  }

  protected void failed(HandlerFailure failure) {
    if (!(failure.event() instanceof HandlerFailure)) {
      publish(EventBus.FAILURES, failure);
    }
  }

  protected void dead(DeadEvent event) {
    publish(EventBus.DEAD, event);
  }
}
