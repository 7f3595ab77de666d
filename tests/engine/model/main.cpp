#include "tests/engine/model/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {{"bad_checkpoint", makeBadCheckpointTest},
                               {"checkpoint", makeCheckpointTest},
                               {"config", makeConfigTest},
                               {"npy", makeNpyTest},
                               {"quantization", makeQuantizationTest},
                               {"safetensors", makeSafetensorsTest},
                               {"shard", makeShardTest},
                               {"tensor_names", makeTensorNamesTest}});
}
