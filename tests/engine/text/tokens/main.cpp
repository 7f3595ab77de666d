#include "tests/engine/text/tokens/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {{"addedTokens", makeAddedTokensTest},
                               {"badTokenizer", makeBadTokenizerTest},
                               {"detokenizer", makeDetokenizerTest},
                               {"encodeMany", makeEncodeManyTest},
                               {"merger", makeMergerTest},
                               {"normalizer", makeNormalizerTest},
                               {"pretokenizer", makePretokenizerTest},
                               {"tokenizer", makeTokenizerTest},
                               {"tokenizerCache", makeTokenizerCacheTest},
                               {"utf8", makeUtf8Test}});
}
