#include "tests/app/ingest/reader/hostile_case.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <unistd.h>

using tf::ingest::Why;

namespace {

const std::string kUnread = "git cannot be read";
const std::string kTreeName(40, 'a'); // of the tree that cannot be
const std::string kOtherName(40, 'b');

std::string sha1(const std::string& bytes)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha1)
        .toStdString();
}

std::string deflated(const std::string& bytes)
{
    return qCompress(QByteArray::fromStdString(bytes), 9).mid(4).toStdString();
}

std::string bigEndian(std::uint64_t value, int numBytes)
{
    std::string bytes;
    for (int idx = numBytes - 1; idx >= 0; --idx)
        bytes += static_cast<char>(value >> (8 * idx) & 0xFFU);
    return bytes;
}

void commitTo(ScratchFolder& folder, const std::string& tree)
{
    folder.write(".git/refs/heads/main",
                 folder.git({"hash-object", "-t", "commit", "--literally", "-w", "--stdin"},
                            "tree " + tree + "\n\nx\n")
                     + "\n");
}

void writeLoose(ScratchFolder& folder, const std::string& name, const std::string& bytes)
{
    folder.write(".git/objects/" + name.substr(0, 2) + "/" + name.substr(2), bytes);
}

/// The commit's tree is a loose object with these bytes.
HostileCase loose(const std::string& what, const std::string& bytes)
{
    return {"loose object " + what,
            [bytes](ScratchFolder& folder, const ScratchFolder&) {
                commitTo(folder, kTreeName);
                writeLoose(folder, kTreeName, bytes);
            },
            kUnread, "a.txt", Why::Included};
}

/// A size as packs and deltas have it: seven bits a byte, the lowest first.
std::string varint(std::uint64_t value)
{
    std::string bytes;
    for (; value >= 0x80; value >>= 7U)
        bytes += static_cast<char>((value & 0x7FU) | 0x80U);
    return bytes + static_cast<char>(value);
}

enum PackType { kPackTree = 2, kPackBlob = 3, kPackOffsetDelta = 6, kPackNameDelta = 7 };

struct PackObject {
    std::string name; ///< hexadecimal
    PackType type = kPackTree;
    std::uint64_t size = 0; ///< as its header says
    std::string body; ///< after the header
};

std::string packHeader(PackType type, std::uint64_t size)
{
    auto first = static_cast<unsigned>(type) << 4U | static_cast<unsigned>(size & 15U);
    size >>= 4U;
    if (size == 0)
        return std::string(1, static_cast<char>(first));
    return static_cast<char>(first | 0x80U) + varint(size);
}

/// A pack and its index, as if git had written them. Objects in the order of their names.
void writePack(ScratchFolder& folder, const std::vector<PackObject>& objects)
{
    const auto count = static_cast<std::uint32_t>(objects.size());
    std::string pack = "PACK" + bigEndian(2, 4) + bigEndian(count, 4);
    std::string names;
    std::string offsets;
    std::string fanout;
    for (const PackObject& object : objects) {
        names += fromHex(object.name);
        offsets += bigEndian(pack.size(), 4);
        pack += packHeader(object.type, object.size) + object.body;
    }
    for (unsigned first = 0; first < 256; ++first) {
        std::uint32_t below = 0;
        for (const PackObject& object : objects)
            below += static_cast<unsigned char>(fromHex(object.name)[0]) <= first ? 1 : 0;
        fanout += bigEndian(below, 4);
    }
    pack += sha1(pack);
    std::string index = "\377tOc" + bigEndian(2, 4) + fanout + names
        + std::string(std::size_t{4} * count, '\0') + offsets + pack.substr(pack.size() - 20);
    index += sha1(index);
    const std::string name = ".git/objects/pack/pack-" + std::string(40, 'c');
    folder.write(name + ".pack", pack);
    folder.write(name + ".idx", index);
}

HostileCase packed(const std::string& what, const std::vector<PackObject>& objects)
{
    return {"pack " + what,
            [objects](ScratchFolder& folder, const ScratchFolder&) {
                commitTo(folder, kTreeName);
                writePack(folder, objects);
            },
            kUnread, "a.txt", Why::Included};
}

PackObject nameDelta(const std::string& name, const std::string& base, const std::string& delta)
{
    return {name, kPackNameDelta, delta.size(), fromHex(base) + deflated(delta)};
}

/// Copies the first 64 KB of its base over and over.
std::string copyingDelta(std::uint64_t baseSize, std::uint64_t promised, int numCopies)
{
    std::string delta = varint(baseSize) + varint(promised);
    for (int copy = 0; copy < numCopies; ++copy)
        delta += '\x80'; // offset 0, size 0, which means 0x10000
    return delta;
}

HostileCases packs()
{
    const std::string zeros(1 << 20, '\0');
    const PackObject base{kOtherName, kPackTree, zeros.size(), deflated(zeros)};
    return {
        packed("delta bomb that says so",
               {nameDelta(kTreeName, kOtherName, copyingDelta(1 << 20, 3ULL << 30, 49152)), base}),
        packed("delta bomb that says less",
               {nameDelta(kTreeName, kOtherName, copyingDelta(1 << 20, 100, 49152)), base}),
        packed("delta of a delta in a circle",
               {nameDelta(kTreeName, kOtherName, copyingDelta(100, 100, 1)),
                nameDelta(kOtherName, kTreeName, copyingDelta(100, 100, 1))}),
        packed("delta of itself", {nameDelta(kTreeName, kTreeName, copyingDelta(100, 100, 1))}),
        packed("delta of what is not there",
               {nameDelta(kTreeName, std::string(40, '7'), copyingDelta(100, 100, 1))}),
        packed("delta that leads before the pack",
               {{kTreeName, kPackOffsetDelta, 10, "\x7f" + deflated(copyingDelta(9, 9, 1))}}),
        packed("tree of three gigabytes", {{kTreeName, kPackTree, 3ULL << 30, deflated(zeros)}}),
        packed("tree that inflates to more than it says",
               {{kTreeName, kPackTree, 10, deflated(zeros)}}),
        packed("tree that does not inflate", {{kTreeName, kPackTree, 100, std::string(100, 'z')}}),
        packed("object of no kind", {{kTreeName, static_cast<PackType>(5), 10, deflated("x")}}),
        packed("tree under a wrong name",
               {{kTreeName, kPackTree, 33, deflated(treeEntry("100644", "a.txt", kOtherName))}}),
        {"pack of other bytes",
         [](ScratchFolder& folder, const ScratchFolder&) {
             commitTo(folder, kTreeName);
             const std::string name = ".git/objects/pack/pack-" + std::string(40, 'c');
             folder.write(name + ".pack", "GARBAGE");
             folder.write(name + ".idx", std::string(2000, 'g'));
         },
         kUnread, "a.txt", Why::Included},
        {"pack index that promises four billion objects",
         [](ScratchFolder& folder, const ScratchFolder&) {
             commitTo(folder, kTreeName);
             writePack(folder, {{kTreeName, kPackTree, 1, deflated("x")}});
             const auto name = ".git/objects/pack/pack-" + std::string(40, 'c') + ".idx";
             auto index = folder.read(name);
             index.replace(8, 1024, std::string(1024, '\xff'));
             folder.write(name, index);
         },
         kUnread, "a.txt", Why::Included},
        {"pack of 10 GB",
         [](ScratchFolder& folder, const ScratchFolder&) {
             commitTo(folder, kTreeName);
             writePack(folder, {{kTreeName, kPackTree, 1, deflated("x")}});
             const auto name = ".git/objects/pack/pack-" + std::string(40, 'c') + ".pack";
             if (truncate(folder.path(name).c_str(), 10L << 30) != 0)
                 qWarning("no sparse file");
         },
         kUnread, "a.txt", Why::Included},
        {"many packs that are none",
         [](ScratchFolder& folder, const ScratchFolder&) {
             commitTo(folder, kTreeName);
             for (int number = 1000; number < 1200; ++number)
                 folder.write(".git/objects/pack/pack-" + std::string(36, 'd')
                                  + std::to_string(number) + ".idx",
                              "x");
         },
         kUnread, "a.txt", Why::Included},
    };
}

HostileCases looseOnes()
{
    const std::string zeros(16 << 20, '\0');
    return {
        loose("of other bytes", "GARBAGE"),
        loose("of nothing", ""),
        loose("that promises three gigabytes", deflated(std::string("tree 3221225472\0x", 17))),
        loose("that promises less than nothing", deflated(std::string("tree -5\0xxxxx", 13))),
        loose("that promises beyond numbers",
              deflated(std::string("tree 99999999999999999999999999\0x", 33))),
        loose("bomb", deflated("tree 100" + zeros)),
        loose("of no kind", deflated(std::string("evil 5\0xxxxx", 12))),
        loose(
            "under a wrong name",
            deflated("tree 33" + std::string(1, '\0') + treeEntry("100644", "a.txt", kOtherName))),
        {"loose object of 10 GB",
         [](ScratchFolder& folder, const ScratchFolder&) {
             commitTo(folder, kTreeName);
             writeLoose(folder, kTreeName, deflated(std::string("tree 100\0x", 10)));
             const auto path = ".git/objects/aa/" + kTreeName.substr(2);
             if (truncate(folder.path(path).c_str(), 10L << 30) != 0)
                 qWarning("no sparse file");
         },
         kUnread, "a.txt", Why::Included},
    };
}

} // namespace

HostileCases hostileObjects()
{
    auto all = looseOnes();
    for (HostileCase& one : packs())
        all.push_back(std::move(one));
    return all;
}
