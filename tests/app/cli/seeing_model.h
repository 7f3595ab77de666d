#pragma once

// A tiny model that sees, with a tokenizer: a whole question about a picture can be asked of it.
//
// The model is that of tests/golden/sight. The tokenizer has a token for each printable letter of
// ASCII and for each of the marks that stand around media; ids are below the model's 128.

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

/// Fills an empty folder.
void makeSeeingModel(const QString& folder);

/// What that tokenizer gives for ASCII text in which marks are control tokens, found by hand.
std::vector<std::int32_t> idsByHand(const std::string& text);
/// The other way; '?' for what is no letter.
char letterOf(std::int32_t id);
