package io.latchless.stress.houserules.bad.javabaseonly;

import java.util.List;
import org.jspecify.annotations.Nullable;

record Innocent(List<int[]> numbers, @Nullable Innocent next) {}
