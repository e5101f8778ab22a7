#pragma once

// The tests of a folder are one program: a file's class is entered by BRIDGESCOPE_TEST, within a namespace of the
// file's own (a build may compile several files as one), and the program's first argument names the file to run:
// "test_dataset npy", with Qt Test's options behind it. Without a name it runs every file's.

#include <QTest>

namespace bridgescope {

using RunTest = int (*)(int argc, char** argv);

/// Enters the tests of a source file under its name without folder and ending; true, so that a static can call it.
bool addTest(const char* file, RunTest run);

} // namespace bridgescope

#define BRIDGESCOPE_TEST(Class)                                                                                        \
    [[maybe_unused]] const bool isAdded = bridgescope::addTest(__FILE__, [](int argc, char** argv) {                   \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    });
