package io.latchless.registry;

import static java.util.Collections.newSetFromMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SegmentedTableTest {
  private static final int LARGEST = TableKind.HANDLERS.largest;

  @Test
  void holdsWhatAMapHolds() {
    Random random = new Random(7);
    Map<Object, Object> model = new HashMap<>();
    Table table = SegmentedTable.EMPTY;
    for (int step = 0; step < 20_000; step++) {
      Object key = key(random.nextInt(LARGEST / 2), step);
      Edit edit = Edit.single();
      if (random.nextInt(1_000) < 500 + 300 * Integer.signum(5_000 - step % 10_000)) {
        Object value = random.nextInt(3);
        table = table.put(edit, key, value);
        assertThat(edit.before()).isEqualTo(model.put(key, value));
      } else {
        table = table.remove(edit, key);
        assertThat(edit.before()).isEqualTo(model.remove(key));
      }
      assertThat(table.size()).isEqualTo(model.size());
      assertThat(table.get(key)).isEqualTo(model.get(key));
      if (step % 100 == 0) {
        assertThat(walked(table)).isEqualTo(model);
        assertThat(passedOn(table)).isEqualTo(model);
      }
    }
  }

  /** Returns a key. Some keys have equal hash codes and so belong to one segment. */
  private static Object key(int id, int step) {
    return step % 2 == 0 ? "process-" + id : new Keys.Chosen(id, id % 3);
  }

  private static Map<Object, Object> walked(Table table) {
    Map<Object, Object> entries = new HashMap<>();
    for (Table.Cursor cursor = table.cursor(); cursor.advance(); ) {
      assertThat(entries.put(cursor.key(), cursor.value())).isNull();
    }
    return entries;
  }

  private static Map<Object, Object> passedOn(Table table) {
    Map<Object, Object> entries = new HashMap<>();
    table.forEach((key, value) -> assertThat(entries.put(key, value)).isNull());
    return entries;
  }

  @Test
  void nothingToChangeIsTheVerySameTable() {
    Table table = SegmentedTable.EMPTY.put(Edit.single(), "a", "1");
    assertThat(table.put(Edit.single(), "a", "1")).isSameAs(table);
    assertThat(table.remove(Edit.single(), "b")).isSameAs(table);
    assertThat(table.remove(Edit.single(), "a")).isSameAs(SegmentedTable.EMPTY);
  }

  @Test
  void changeOfAFullTableCopiesOneSmallSegment() {
    SegmentedTable table = filled(LARGEST);
    for (int id = 0; id < LARGEST; id++) {
      SegmentedTable changed = (SegmentedTable) table.put(Edit.single(), "process-" + id, "other");
      Set<Object> shared = newSetFromMap(new IdentityHashMap<>());
      shared.addAll(List.of(table.segments()));
      assertThat(Stream.of(changed.segments()).filter(segment -> !shared.contains(segment)))
          .singleElement()
          .satisfies(segment -> assertThat(segment.length).isLessThanOrEqualTo(64));
    }
  }

  @Test
  void partsGoWithTheEntries() {
    Table table = filled(LARGEST);
    for (int id = LARGEST - 1; id >= 8; id--) {
      table = table.remove(Edit.single(), "process-" + id);
    }
    assertThat(((SegmentedTable) table).segments().length).isLessThanOrEqualTo(2);
    assertThat(walked(table)).hasSize(8);
  }

  @Test
  void oneKeyThatComesAndGoesMovesNoOther() {
    for (int size = 1; size < LARGEST; size++) {
      SegmentedTable table = filled(size);
      SegmentedTable more = (SegmentedTable) table.put(Edit.single(), "newcomer", "");
      SegmentedTable less = (SegmentedTable) more.remove(Edit.single(), "newcomer");
      assertThat(less.segments().length).isEqualTo(more.segments().length);
    }
  }

  private static SegmentedTable filled(int size) {
    Table table = SegmentedTable.EMPTY;
    for (int id = 0; id < size; id++) {
      table = table.put(Edit.single(), "process-" + id, "value");
    }
    return (SegmentedTable) table;
  }
}
