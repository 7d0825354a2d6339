package io.latchless.stress.soak;

import io.latchless.stress.subjects.ConfigurationSubject;
import io.latchless.stress.subjects.Halves;
import java.util.BitSet;
import java.util.List;

/** Every increment is kept and granted once, and no reader sees halves that disagree. */
public final class ConfigurationAccount {
  private ConfigurationAccount() {}

  public static List<String> audit(ConfigurationSubject configuration, int threads, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    BitSet granted = new BitSet();
    Workers.run(
        threads,
        member -> {
          BitSet mine = new BitSet();
          int last = 0;
          for (int i = 0; i < rounds; i++) {
            Halves published = configuration.increment();
            findings.require(!mine.get(published.left()), "%s was granted twice", published);
            mine.set(published.left());
            Halves seen = configuration.read();
            findings.require(seen.agree() && published.agree(), "torn: %s, %s", published, seen);
            findings.require(seen.left() >= last, "went back from %d to %s", last, seen);
            last = seen.left();
          }
          synchronized (granted) {
            findings.require(
                !granted.intersects(mine), "the same value was granted to two threads");
            granted.or(mine);
          }
        });
    Halves end = configuration.read();
    int expected = threads * rounds;
    findings.require(
        end.left() == expected && end.right() == expected,
        "%d increments have led to %s",
        expected,
        end);
    return findings.list();
  }
}
