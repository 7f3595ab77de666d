#include "tests/app/settings/tests.h"
#include "tests/support/test_table.h"

int main(int argc, char** argv)
{
    return tf::test::runTests(argc, argv,
                              {
                                  {"load", makeSettingsLoadTest},
                                  {"repository_rule", makeRepositoryRuleTest},
                                  {"save", makeSettingsSaveTest},
                              });
}
