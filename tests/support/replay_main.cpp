// Runs a fuzz target over the files of its corpus, as an ordinary test and without libFuzzer.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

/// Sorted, so that every machine meets them in one order.
std::vector<fs::path> inputsIn(const fs::path& corpus)
{
    std::error_code why;
    std::vector<fs::path> inputs;
    for (const auto& entry : fs::recursive_directory_iterator(corpus, why)) {
        if (entry.is_regular_file())
            inputs.push_back(entry.path());
    }
    if (why)
        std::fprintf(stderr, "%s: %s\n", corpus.c_str(), why.message().c_str());
    std::sort(inputs.begin(), inputs.end());
    return inputs;
}

bool replay(const fs::path& input)
{
    std::fprintf(stderr, "replaying %s\n",
                 input.c_str()); // the last one named is the one that fell
    std::ifstream file(input, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    if (!file.is_open()) {
        std::fprintf(stderr, "cannot read it\n");
        return false;
    }
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    int numReplayed = 0;
    for (int argIdx = 1; argIdx < argc; ++argIdx) {
        for (const auto& input : inputsIn(argv[argIdx])) {
            if (!replay(input))
                return 1;
            ++numReplayed;
        }
    }
    std::printf("replayed %d inputs\n", numReplayed);
    return numReplayed > 0 ? 0 : 1;
}
