package io.latchless.stress.lincheck;

import io.latchless.primitives.AtomicStatus;
import io.latchless.primitives.Latest;
import io.latchless.primitives.Lazy;
import io.latchless.primitives.Mailbox;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.primitives.Snapshot;
import io.latchless.primitives.SnapshotRef;
import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.StatusListener;
import io.latchless.primitives.StatusSnapshot;
import io.latchless.stress.subjects.ConfigurationSubject;
import io.latchless.stress.subjects.Halves;
import io.latchless.stress.subjects.LatestSubject;
import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.ProcessSubject;
import io.latchless.stress.subjects.SlotSubject;
import io.latchless.stress.subjects.StatusSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The models of the library's own types. */
final class OurModels {
  private OurModels() {}

  /** {@link AtomicStatus}. */
  public static final class OfAtomicStatus extends StatusModel {
    public OfAtomicStatus() {
      super(StatusSubject.of(new AtomicStatus<>(Phase.graph())));
    }
  }

  /** {@link AtomicStatus} that returns to a state. */
  public static final class OfReturningAtomicStatus extends ReturnModel {
    public OfReturningAtomicStatus() {
      super(StatusSubject.of(new AtomicStatus<>(Phase.graph())));
    }
  }

  /** {@link StatusHolder}. */
  public static final class OfStatusHolder extends StatusModel {
    public OfStatusHolder() {
      super(StatusSubject.of(StatusHolder.of(Phase.graph(), 0)));
    }
  }

  /** {@link StatusHolder} while a listener and a future follow it. */
  public static final class OfStatusHolderFollowed extends StatusModel {
    private final StatusHolder<Phase, Integer> holder;

    public OfStatusHolderFollowed() {
      this(StatusHolder.of(Phase.graph(), 0));
    }

    private OfStatusHolderFollowed(StatusHolder<Phase, Integer> holder) {
      super(StatusSubject.of(holder));
      this.holder = holder;
    }

    @Operation(runOnce = true)
    public void follow() {
      StatusListener<Phase, Integer> follower = new GaplessFollower();
      holder.addListener(follower);
    }

    @Operation
    public void waitForIdle(@Param(name = "version") int version) {
      var unused = holder.whenReached(Phase.IDLE, version);
    }
  }

  private static final class GaplessFollower implements StatusListener<Phase, Integer> {
    private long last;

    @Override
    public void onStart(StatusSnapshot<Phase, Integer> current) {
      last = current.version();
    }

    @Override
    public void onTransition(
        StatusSnapshot<Phase, Integer> from, StatusSnapshot<Phase, Integer> to) {
      if (from.version() != last || to.version() != last + 1) {
        throw new IllegalStateException(last + " was followed by " + from + " -> " + to);
      }
      last = to.version();
    }
  }

  /** {@link SnapshotRef}. */
  public static final class OfSnapshotRef extends ConfigurationModel {
    private final SnapshotRef<Halves> ref;

    public OfSnapshotRef() {
      this(new SnapshotRef<>(new Halves(0, 0)));
    }

    private OfSnapshotRef(SnapshotRef<Halves> ref) {
      super(ConfigurationSubject.of(ref));
      this.ref = ref;
    }

    @Operation
    public boolean compareAndSet(@Param(gen = IntGen.class, conf = "0:2") int version) {
      return ref.compareAndSet(version, new Halves(-1, -1));
    }

    @Operation
    public String snapshot() {
      Snapshot<Halves> now = ref.snapshot();
      return now.value() + "@" + now.version();
    }
  }

  /** {@link Mailbox}. */
  public static final class OfMailbox extends SlotModel {
    private final Mailbox<Integer> mailbox;

    public OfMailbox() {
      this(new Mailbox<>());
    }

    private OfMailbox(Mailbox<Integer> mailbox) {
      super(SlotSubject.of(mailbox));
      this.mailbox = mailbox;
    }

    @Operation
    public int replace(@Param(gen = IntGen.class, conf = "11:19") int batch) {
      Integer displaced = mailbox.replace(batch);
      return displaced == null ? SlotSubject.NOTHING : displaced;
    }

    @Operation
    public boolean isEmpty() {
      return mailbox.isEmpty();
    }
  }

  /** {@link Latest}. */
  public static final class OfLatest extends LatestModel {
    public OfLatest() {
      super(LatestSubject.of(new Latest<>()));
    }
  }

  /** {@link Lazy}. */
  public static final class OfLazy extends LazyModel {
    public OfLazy() {
      super(Lazy::of);
    }
  }

  /** {@link ProcessStatusHolder}. */
  public static final class OfProcessStatusHolder extends ProcessModel {
    public OfProcessStatusHolder() {
      super(ProcessSubject.of(new ProcessStatusHolder()));
    }
  }

  /** {@link ProcessStatusHolder} with waits for its generations. */
  @Param(name = "generation", gen = IntGen.class, conf = "0:1")
  public static final class OfProcessStatusHolderFollowed {
    private final ProcessStatusHolder holder = new ProcessStatusHolder();

    @Operation
    public boolean fail(@Param(name = "generation") int generation) {
      return generation <= holder.get().generation() && holder.markFailed(generation);
    }

    @Operation
    public boolean restart(@Param(name = "generation") int generation) {
      return generation <= holder.get().generation() && holder.restart(generation);
    }

    @Operation
    public void waitForTheEnd() {
      var unused = holder.whenOver();
    }
  }
}
