#include "tests/ui/context/prepared_look.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::test {

namespace {

using ingest::Why;

void add(workspace::RepositoryLook& look, draft::CountedListing& found, ingest::Entry entry,
         std::int64_t tokens, bool isCut)
{
    found.counts.push_back({tokens, ingest::Quality::Exact});
    if (isCut) {
        look.plan.cuts.push_back({entry.path, tokens, "over the budget: data goes first"});
    } else if (entry.verdict.why == Why::Included) {
        look.plan.files.push_back({found.listing.entries.size(), tokens});
        look.plan.tokens += tokens;
    }
    found.listing.entries.push_back(std::move(entry));
}

} // namespace

Look lookOf(std::vector<LookFile> files, const std::vector<std::string>& cut)
{
    std::sort(files.begin(), files.end(), [](const LookFile& one, const LookFile& other) {
        return std::string_view(one.path) < other.path;
    });
    auto look = std::make_shared<workspace::RepositoryLook>();
    auto found = std::make_shared<draft::CountedListing>();
    look->quality = look->plan.quality = ingest::Quality::Exact;
    found->listing.title = "billing";
    for (const LookFile& file : files) {
        const bool isCut = std::find(cut.begin(), cut.end(), file.path) != cut.end();
        ingest::Entry entry;
        entry.path = file.path;
        entry.size = file.tokens * 4;
        entry.verdict = {file.why, file.detail};
        if (file.why == Why::Vendored || file.why == Why::VersionControl)
            entry.kind = ingest::EntryKind::Folder;
        add(*look, *found, std::move(entry), file.tokens, isCut);
    }
    look->found = std::move(found);
    return look;
}

Look smallLook()
{
    return lookOf(
        {
            {".env", 40, Why::Secret, ".env"},
            {".git", 0, Why::VersionControl, ".git"},
            {"CMakeLists.txt", 310},
            {"README.md", 1840},
            {"build/app.o", 900, Why::IgnoredByGit, ".gitignore line 12: *.o"},
            {"data/rates.csv", 48'200},
            {"data/zones.csv", 21'400},
            {"docs/flow.png", 0, Why::Binary, "png"},
            {"node_modules", 0, Why::Vendored, "node_modules"},
            {"package-lock.json", 31'000, Why::LockFile, "package-lock.json"},
            {"src/checkout/cart.cpp", 4210},
            {"src/checkout/cart.h", 620},
            {"src/checkout/retry.cpp", 2980},
            {"src/checkout/testdata/big.json", 410'000, Why::TooBig, "over 1 MB"},
            {"src/main.cpp", 1210},
            {"src/money.cpp", 2400},
            {"src/money.h", 380},
            {"tests/tst_cart.cpp", 3900, Why::Rule, "rule -tests/**"},
            {"tests/tst_money.cpp", 2100, Why::Rule, "rule -tests/**"},
        },
        {"data/rates.csv"});
}

Look largeLook(int numFiles)
{
    auto look = std::make_shared<workspace::RepositoryLook>();
    auto found = std::make_shared<draft::CountedListing>();
    look->quality = look->plan.quality = ingest::Quality::Exact;
    found->listing.title = "large";
    const auto digits = [](int number, std::size_t width) {
        const std::string written = std::to_string(number);
        return std::string(width - std::min(width, written.size()), '0') + written;
    };
    for (int idx = 0; idx < numFiles; ++idx) {
        ingest::Entry entry;
        entry.path = words("part", digits(idx / 1600, 3), "/unit", digits(idx / 40 % 40, 2),
                           "/source_file_", digits(idx, 6), idx % 3 == 0 ? ".h" : ".cpp");
        entry.size = 4000 + idx % 977;
        if (idx % 7 == 0)
            entry.verdict = {Why::IgnoredByGit, ".gitignore line 3: *.tmp"};
        add(*look, *found, std::move(entry), 1000 + idx % 977, false);
    }
    look->found = std::move(found);
    return look;
}

} // namespace tf::test
