package io.latchless.stress.subjects;

import io.latchless.eventbus.Gathered;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Finds the request of an answer by its number, for one thread. The rogues change one step each.
 */
public class AnswerTable implements ResponderSubject {
  /**
   * A request that is not over.
   *
   * @param enough how many answers end it
   * @param answers the answers so far
   * @param outcome the future of the request
   */
  protected record Pending(
      int enough, Map<String, String> answers, CompletableFuture<Gathered<String>> outcome) {}

  protected final Executor executor;
  private final Map<Long, Pending> table = new ConcurrentHashMap<>();
  private final Set<String> responders = new LinkedHashSet<>();
  private long lastId;

  public AnswerTable(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void respond(String name) {
    if (!responders.add(name)) {
      throw new IllegalArgumentException("name must be new, was \"" + name + "\"");
    }
  }

  @Override
  public final CompletableFuture<Gathered<String>> request(int answers) {
    long id = ++lastId;
    Pending pending = new Pending(answers, new LinkedHashMap<>(), new CompletableFuture<>());
    begin(id, pending);
    CompletableFuture<?> unused = pending.outcome().whenComplete((over, thrown) -> forget(id));
    return pending.outcome();
  }

  protected void begin(long id, Pending pending) {
    listen(id, pending);
    ask(id);
  }

  protected final void listen(long id, Pending pending) {
    table.put(id, pending);
  }

  protected final void ask(long id) {
    responders.forEach(name -> executor.execute(() -> answer(id, name)));
  }

  protected void forget(long id) {
    table.remove(id);
  }

  protected void answer(long id, String name) {
    Pending pending = table.get(id);
    if (pending != null) {
      pending.answers().put(name, name);
      if (pending.answers().size() >= pending.enough()) {
        pending.outcome().complete(new Gathered<>(pending.answers(), Map.of(), List.of(), true));
      }
    }
  }
}
