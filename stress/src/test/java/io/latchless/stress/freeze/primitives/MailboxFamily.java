package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.Mailbox;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** The operations of {@link Mailbox} that do not wait. */
public final class MailboxFamily implements FreezeFamily {
  private final ParkedThread consumer = new ParkedThread();
  private Mailbox<String> mailbox = new Mailbox<>();

  @Override
  public List<Start> starts() {
    return List.of(
        new Start("empty", this::empty),
        new Start("full", this::full),
        new Start("awaited", this::awaited));
  }

  private void empty() {
    consumer.end();
    mailbox = new Mailbox<>();
  }

  private void full() {
    empty();
    var unused = mailbox.offer("first");
  }

  private void awaited() {
    Mailbox<String> fresh = new Mailbox<>();
    mailbox = fresh;
    consumer.begin(fresh::take, fresh::waiterCount);
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander(
            "offer",
            () -> {
              var unused = mailbox.offer("offered");
            }),
        new Bystander("replace", () -> mailbox.replace("replaced")),
        new Bystander("poll", () -> mailbox.poll()),
        new Bystander("isEmpty", () -> mailbox.isEmpty()),
        new Bystander("waiterCount", () -> mailbox.waiterCount()));
  }
}
