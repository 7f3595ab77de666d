#include "engine/text/tokens/image_cache.h"

#include "kernels/base/new_file.h"
#include "kernels/base/words.h"

namespace tf::text {

std::filesystem::path cachePath(const std::filesystem::path& tokenizerFile)
{
    return tokenizerFile.native() + ".tfcache";
}

Result<TokenizerImage> openCache(const std::filesystem::path& path, const SourceMark& source)
{
    auto image = TRY(TokenizerImage::open(TRY(MappedFile::open(path))));
    if (image.header().source != source)
        return Error(Code::NotFound, words(path.native(), " is of another tokenizer.json"));
    return image;
}

Result<> writeCache(const std::filesystem::path& path, const TokenizerImage& image)
{
    auto file = TRY(NewFile::create(path));
    TRY(file.append(image.block()));
    return file.moveIntoPlace(NewFile::Durability::Cache);
}

} // namespace tf::text
