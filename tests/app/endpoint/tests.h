#pragma once

// The test classes of app/endpoint, one per file; the programs' *main.cpp put them in tables.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> makeBadNetworkTest();
std::unique_ptr<QObject> makeCancelsTest();
std::unique_ptr<QObject> makeDestinationTest();
std::unique_ptr<QObject> makeDialectsTest();
std::unique_ptr<QObject> makeFaultsTest();
std::unique_ptr<QObject> makeGateTest();
std::unique_ptr<QObject> makeGeneratedStreamsTest();
std::unique_ptr<QObject> makeKnownAnswersTest();
std::unique_ptr<QObject> makeKnownProblemsTest();
std::unique_ptr<QObject> makeLineTest();
std::unique_ptr<QObject> makeLostNetworkTest();
std::unique_ptr<QObject> makePeersTest();
std::unique_ptr<QObject> makePriceTest();
std::unique_ptr<QObject> makeProfileFileTest();
std::unique_ptr<QObject> makeProfileTest();
std::unique_ptr<QObject> makeRetriesTest();
std::unique_ptr<QObject> makeRetryTest();
std::unique_ptr<QObject> makeServerKindTest();
std::unique_ptr<QObject> makeStreamCostsTest();
std::unique_ptr<QObject> makeStreamTest();
std::unique_ptr<QObject> makeTlsTest();
