#pragma once
#include "core/dataset/reader.h"
#include "core/pairing/pairing.h"

#include <cstdint>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace bridgescope {

/// Options that every command has. Shared by bridgescope-cli and `bridgescope figure`: one parser, one meaning.
struct CommonOptions {
    std::uint64_t seed = 1;
    int threads = 0; ///< 0: as many as the machine has
    bool json = false;
    bool quiet = false;
};
void addCommonOptions(CLI::App& app, CommonOptions& options, bool withJson = true);

/// How sets are read. Where two are read, --labels-x and --labels-y stand beside --labels, the rest holds for both.
struct ReadingOptions {
    ReadOptions shared;
    std::optional<std::string> labelsX, labelsY;
    std::string delimiterText, headerText;

    ReadOptions forX() const;
    ReadOptions forY() const;
};
void addReadingOptions(CLI::App& app, ReadingOptions& options, bool two);

/// --by, --pairs, --normalize-labels, --repeats.
void addPairingOptions(CLI::App& app, PairOptions& options);

/// "4G", "512M", "100000": bytes. @throws Error(Usage).
std::uint64_t parseBytes(const std::string& text);

} // namespace bridgescope
