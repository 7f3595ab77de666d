#include "vision/picture/level.h"

namespace tf::vision {

Level machineLevel()
{
#if defined(__x86_64__)
    __builtin_cpu_init();
    const bool avx2 = __builtin_cpu_supports("avx2");
    if (avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi")
        && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vnni"))
        return Level::Avx512;
    if (avx2)
        return Level::Avx2;
#endif
    return Level::Plain;
}

const char* nameOf(Level level)
{
    switch (level) {
    case Level::Plain:
        return "plain";
    case Level::Avx2:
        return "AVX2";
    case Level::Avx512:
        return "AVX-512";
    }
    return "unknown";
}

} // namespace tf::vision
