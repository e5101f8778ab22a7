#pragma once

/// A function so marked is compiled for the vector units of several processors; the one at hand picks its version when
/// the program starts. For elementwise loops that plain x86-64 code leaves at a quarter of memory's speed. Off under
/// sanitizers, whose run time is not up when the choice is made.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define BRIDGESCOPE_VECTOR_CLONES __attribute__((target_clones("avx512f", "arch=haswell", "default")))
#else
#define BRIDGESCOPE_VECTOR_CLONES
#endif
