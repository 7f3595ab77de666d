// Runs a fuzz target over the files of its corpus, as an ordinary test and without libFuzzer.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv)
{
    int numReplayed = 0;
    for (int argIdx = 1; argIdx < argc; ++argIdx) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[argIdx])) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), {});
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                   bytes.size());
            ++numReplayed;
        }
    }
    std::printf("replayed %d inputs\n", numReplayed);
    return numReplayed > 0 ? 0 : 1;
}
