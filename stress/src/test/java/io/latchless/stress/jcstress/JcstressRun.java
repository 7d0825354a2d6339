package io.latchless.stress.jcstress;

import java.util.List;
import java.util.Set;

/**
 * The output and results of one run.
 *
 * @param exitCode exit code of the process
 * @param output printed output
 * @param declared the selected tests among the compiled classes
 * @param listed the selected tests that jcstress itself lists
 * @param results one result for each test and configuration
 */
record JcstressRun(
    int exitCode,
    String output,
    Set<String> declared,
    Set<String> listed,
    List<ObservedResult> results) {}
