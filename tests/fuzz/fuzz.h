/* The one function of a fuzz target, by the name that libFuzzer calls. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): anything
 *
 * Gives @data to the parser; ends the process where a promise is broken.
 *
 * Returns: 0
 */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
