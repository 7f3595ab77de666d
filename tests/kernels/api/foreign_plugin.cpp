// A shared library that has nothing to do with Trifold.

extern "C" __attribute__((visibility("default"))) int somethingElse()
{
    return 1;
}
