#include "tests/engine/context/sample_context.h"

#include "engine/context/context_writer.h"

#include <fstream>
#include <iterator>

namespace tf::test {

engine::ContextHeader sampleHeader()
{
    engine::ContextHeader header;
    header.owner = {"tiny-1", "plain", "K bf16 V bf16 I bf16", 2};
    header.block = 4;
    header.pageBytes = 40;
    for (std::int32_t token = 1; token <= 10; ++token)
        header.text.tokens.push_back(token * 1000);
    header.text.media = {{1, 3, {11, 12}}, {5, 2, {13, 14}}};
    return header;
}

std::vector<std::byte> samplePage(std::int64_t pageIdx)
{
    std::vector<std::byte> page;
    for (std::int64_t idx = 0; idx < sampleHeader().pageBytes; ++idx)
        page.push_back(static_cast<std::byte>(7 * idx + 50 * pageIdx + 1));
    return page;
}

void saveSample(const std::filesystem::path& path)
{
    auto writer = MUST(engine::ContextWriter::create(path, sampleHeader()));
    for (std::int64_t pageIdx = 0; pageIdx < sampleHeader().numPages(); ++pageIdx)
        MUST(writer.append(samplePage(pageIdx)));
    MUST(writer.finish());
}

std::vector<std::byte> readBytes(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::vector<std::byte> bytes(std::filesystem::file_size(path));
    file.read(reinterpret_cast<char*>(bytes.data()), std::ssize(bytes));
    return bytes;
}

void writeBytes(const std::filesystem::path& path, const std::vector<std::byte>& bytes)
{
    // Written over, not anew: file systems are slow to replace a file safely.
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
    file.close();
    std::filesystem::resize_file(path, bytes.size());
}

} // namespace tf::test
