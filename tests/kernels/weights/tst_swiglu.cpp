#include "kernels/base/words.h"
#include "kernels/cpu/weights/float_panel.h"
#include "kernels/cpu/weights/swiglu.h"
#include "tests/kernels/weights/tests.h"
#include "tests/support/test_table.h"

#include <cmath>

using namespace tf;

namespace {

/// In double, from the specification.
double wanted(double gate, double up)
{
    const double g = gate < 7 ? gate : 7;
    const double u = up > 7 ? 7 : up < -7 ? -7 : up;
    return g / (1 + std::exp(-1.702 * g)) * (u + 1);
}

} // namespace

class SwigluTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theTableOfTheSpecification()
    {
        for (const float gate : {-20.0F, -7.0F, -1.0F, 0.0F, 0.5F, 7.0F, 20.0F}) {
            for (const float up : {-20.0F, -7.0F, -1.0F, 0.0F, 3.0F, 7.0F, 20.0F}) {
                const double want = wanted(gate, up);
                const double got = cpu::swigluOai(gate, up, {});
                QVERIFY2(std::fabs(got - want) <= 1e-6 * std::fabs(want) + 1e-12,
                         words("gate ", gate, " up ", up, ": ", got, ", wanted ", want).c_str());
            }
        }
    }

    /// What others got wrong must stand out in that table.
    void wrongVariantsAreTold()
    {
        const auto got = [](float gate, float up) -> double {
            return cpu::swigluOai(gate, up, {});
        };
        const auto lowerClamped = [](double gate, double up) {
            return wanted(gate < -7 ? -7 : gate, up);
        };
        const auto withoutOne = [](double gate, double up) {
            return wanted(gate, up) - wanted(gate, 0);
        };
        const auto plainSilu = [](double gate, double up) {
            const double g = gate < 7 ? gate : 7;
            return g / (1 + std::exp(-g)) * ((up > 7 ? 7 : up) + 1);
        };
        QVERIFY(std::fabs(got(-20, 7) / lowerClamped(-20, 7)) < 1e-3);
        QVERIFY(std::fabs(got(7, 7) - withoutOne(7, 7)) > 6);
        QVERIFY(std::fabs(got(-1, 0) - plainSilu(-1, 0)) > 0.05);
        QVERIFY(std::fabs(got(20, 20) - 7 * 8) < 1e-3);
    }

    /// Gates from where e^-x overflows to beyond the limit.
    void everyLevelComputesTheSame()
    {
        for (int level = 0; level <= static_cast<int>(cpu::machineLevel()); ++level) {
            const cpu::FloatSteps& steps = cpu::floatSteps(static_cast<cpu::Level>(level));
            float gates[cpu::kPanelOuts];
            float ups[cpu::kPanelOuts];
            float act[cpu::kPanelOuts];
            for (int round = 0; round < 40; ++round) {
                for (int out = 0; out < cpu::kPanelOuts; ++out) {
                    gates[out] = -80.0F + 1.37F * static_cast<float>(out) + 0.031F * round;
                    ups[out] = -9.0F + 0.3F * static_cast<float>((out * 7 + round) % 64);
                }
                gates[round] = NAN;
                steps.swiglu(gates, ups, {}, act);
                for (int out = 0; out < cpu::kPanelOuts; ++out) {
                    const double want = wanted(gates[out], ups[out]);
                    QVERIFY2(out == round
                                 ? std::isnan(act[out])
                                 : std::fabs(act[out] - want) <= 1e-6 * std::fabs(want) + 1e-12,
                             words("level ", level, " gate ", gates[out], " up ", ups[out], ": ",
                                   act[out], ", wanted ", want)
                                 .c_str());
                }
            }
        }
    }

    void whatIsNotANumberStaysSo()
    {
        QVERIFY(std::isnan(cpu::swigluOai(NAN, 0, {})));
        QVERIFY(std::isnan(cpu::swigluOai(0.5F, NAN, {})));
    }
};

std::unique_ptr<QObject> makeSwigluTest()
{
    return std::make_unique<SwigluTest>();
}

#include "tst_swiglu.moc"
