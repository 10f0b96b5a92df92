#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

// Normalisation forms (Unicode Standard Annex 15).
namespace perry::runtime {

enum class NormalizationForm : uint8_t { Nfc, Nfd, Nfkc, Nfkd };

// Of UTF-16; lone surrogates stay.
std::u16string normalize(const char16_t* units, size_t count, NormalizationForm form);

}  // namespace perry::runtime
