#include "app/cli/standard_input.h"

#include "kernels/base/words.h"

namespace tf::cli {

namespace {

Error tooMuch(std::string_view what)
{
    return {Code::BadInput, words(what, " is more than ", kMostInputBytes, " bytes")};
}

} // namespace

Result<std::string> readAll(std::FILE* in)
{
    std::string out;
    char chunk[1 << 16];
    while (const auto numBytes = std::fread(chunk, 1, sizeof chunk, in)) {
        if (out.size() + numBytes > kMostInputBytes)
            return tooMuch("the input");
        out.append(chunk, numBytes);
    }
    if (std::ferror(in) != 0)
        return Error(Code::BadInput, "the input cannot be read");
    return out;
}

std::optional<Result<std::string>> readLine(std::FILE* in)
{
    std::string line;
    bool isTooLong = false;
    char chunk[1 << 12]; // strings grow slowly byte by byte
    std::size_t numBytes = 0;
    const auto flush = [&] {
        isTooLong = isTooLong || line.size() + numBytes > kMostInputBytes;
        if (!isTooLong)
            line.append(chunk, numBytes);
        numBytes = 0;
    };
    int byte = getc_unlocked(in);
    if (byte == EOF)
        return std::nullopt;
    for (; byte != EOF && byte != '\n'; byte = getc_unlocked(in)) {
        chunk[numBytes++] = static_cast<char>(byte);
        if (numBytes == sizeof chunk)
            flush();
    }
    flush();
    if (isTooLong)
        return tooMuch("a line");
    return line;
}

} // namespace tf::cli
