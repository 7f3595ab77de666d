#include "kernels/cpu/cpu_device.h"
#include "kernels/cpu/memory.h"
#include "tests/kernels/cpu/tests.h"
#include "tests/support/test_table.h"

#include <algorithm>

using tf::Buffer;
using tf::Code;

class DeviceTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void memoryComesZeroedAndAligned()
    {
        const auto device = tf::makeCpuDevice({1, {}});
        for (const std::uint64_t bytes :
             {std::uint64_t(1), std::uint64_t(5000), std::uint64_t(6) << 20}) {
            const Buffer buffer = MUST(device->alloc(bytes));
            QCOMPARE(buffer.bytes(), bytes);
            QCOMPARE(reinterpret_cast<std::uintptr_t>(buffer.data()) % 64, std::uintptr_t(0));
            QVERIFY(std::all_of(buffer.data(), buffer.data() + bytes,
                                [](std::byte byte) { return byte == std::byte(0); }));
        }
        QCOMPARE(MUST(device->alloc(0)).bytes(), std::uint64_t(0));
    }

    void whatTheMachineHasNotIsRefusedWithNumbers()
    {
        const auto device = tf::makeCpuDevice({1, {}});
        const tf::DeviceMemory memory = device->memory();
        QVERIFY(memory.freeBytes > 0 && memory.freeBytes <= memory.totalBytes);
        const auto refused = device->alloc(memory.totalBytes + (std::uint64_t(1) << 30));
        QVERIFY(refused.error().code == Code::OutOfMemory);
        const std::string& text = refused.error().text;
        const std::string total = std::to_string((memory.totalBytes + 1048575) >> 20) + " MB";
        QVERIFY2(text.find(total) != std::string::npos, text.c_str());
    }

    void meminfoIsReadByName()
    {
        const auto memory = tf::cpu::parseMemory("MemTotal:       24 kB\nMemFree: 1 kB\n"
                                                 "MemAvailable:    7 kB\n");
        QCOMPARE(memory.totalBytes, std::uint64_t(24 * 1024));
        QCOMPARE(memory.freeBytes, std::uint64_t(7 * 1024));
        QCOMPARE(tf::cpu::parseMemory("nothing of the kind").totalBytes, std::uint64_t(0));
    }

    void bytesGoInAndOut()
    {
        const auto device = tf::makeCpuDevice({1, {}});
        const Buffer buffer = MUST(device->alloc(8));
        QVERIFY(device->upload(buffer.data(), "kernels", 8).has_value());
        char back[8] = {};
        QVERIFY(device->readback(back, buffer.data(), 8).has_value());
        QCOMPARE(std::string(back), std::string("kernels"));
        QVERIFY(device->sync().has_value());
    }

    void theNameSaysThreadsAndLevel()
    {
        QCOMPARE(tf::makeCpuDevice({3, tf::cpu::Level::Plain})->name(),
                 std::string("CPU, 3 threads, plain"));
        QVERIFY(tf::makeCpuDevice({1, {}})->name().find(tf::cpu::nameOf(tf::cpu::machineLevel()))
                != std::string::npos);
    }

    void scratchForAStepIsMadeAhead()
    {
        const auto device = tf::makeCpuDevice({2, {}});
        QVERIFY(device->reserve({64, 512, 8, 2, 100, 8}).has_value());
    }

    /// A page has room for keys and for values, whatever lies in it.
    void aPageHoldsItsNumbers()
    {
        const auto device = tf::makeCpuDevice({1, {}});
        tf::PageStore store;
        QCOMPARE(device->cacheBytes(store), std::int64_t(128 * 128 * 2));
        store.heads = 4;
        store.type = tf::DType::F8;
        QCOMPARE(device->cacheBytes(store), std::int64_t(4 * 128 * 128));
        store = {nullptr, tf::DType::F32, 13, 2, 7, 0, {}};
        QVERIFY(device->cacheBytes(store) >= 13 * 2 * 7 * 4);
        QCOMPARE(device->cacheBytes(store) % 64, std::int64_t(0));
    }
};

std::unique_ptr<QObject> makeDeviceTest()
{
    return std::make_unique<DeviceTest>();
}

#include "tst_device.moc"
