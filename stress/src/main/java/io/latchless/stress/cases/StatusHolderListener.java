package io.latchless.stress.cases;

import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.StatusListener;
import io.latchless.primitives.StatusSnapshot;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A listener added while the status changes starts at one of the versions and receives every later
 * one, in order. The result lists what it received.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT               JDK 17       JDK 25  DESCRIPTION
 * from 0 0>1 1>2      111,917    1,747,507  added first
 * from 1 1>2               64          291  added between
 * from 2               54,621      544,802  added last
 * }</pre>
 */
@JCStressTest
@Outcome(id = "from 0 0>1 1>2", expect = Expect.ACCEPTABLE, desc = "added first")
@Outcome(id = "from 1 1>2", expect = Expect.ACCEPTABLE, desc = "added between")
@Outcome(id = "from 2", expect = Expect.ACCEPTABLE, desc = "added last")
@Outcome(expect = Expect.FORBIDDEN, desc = "a gap, a repetition or a wrong order")
@State
public class StatusHolderListener {
  private static final class Recorder implements StatusListener<Lamp, Box> {
    String told = "";

    @Override
    public void onStart(StatusSnapshot<Lamp, Box> current) {
      told += "from " + current.version();
    }

    @Override
    public void onTransition(StatusSnapshot<Lamp, Box> from, StatusSnapshot<Lamp, Box> to) {
      told += " " + from.version() + ">" + to.version();
    }
  }

  private final StatusHolder<Lamp, Box> holder = Lamp.holder(new Box(0));
  private final Recorder recorder = new Recorder();

  @Actor
  public void listener() {
    var unused = holder.addListener(recorder);
  }

  @Actor
  public void writer() {
    holder.transition(Lamp.LIT, new Box(1));
    holder.transition(Lamp.DARK, new Box(2));
  }

  @Arbiter
  public void end(L_Result r) {
    r.r1 = recorder.told;
  }
}
