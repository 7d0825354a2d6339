package io.latchless.stress.jcstress;

import java.util.List;
import java.util.Set;

/**
 * Everything known of one run.
 *
 * @param exitCode what the process ended with
 * @param output what it printed
 * @param declared tests found in the compiled classes, as far as this run was to cover them
 * @param listed tests that jcstress itself knows, as far as this run was to cover them
 * @param results what it recorded, one for each test and configuration
 */
record JcstressRun(
    int exitCode,
    String output,
    Set<String> declared,
    Set<String> listed,
    List<ObservedResult> results) {}
