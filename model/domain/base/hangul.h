// Korean as people type it into a search: folded text, initial consonants, and names found while a syllable
// is still being composed.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace bongsu {

// For comparing and searching: NFC, case-folded, full-width ASCII as ASCII, every single jamo (conjoining,
// half-width) as the compatibility jamo that keyboards type. folded(folded(x)) == folded(x).
QString folded(QStringView text);

// The folded text with each syllable's initial consonant in its place (as compatibility jamo) and everything
// else as it is: as many UTF-16 units as folded(text).
QString initials(QStringView text);
QString initialsOfFolded(QStringView foldedText);

// A folded query with clusters taken apart that a keyboard makes of two initials typed in a row (U+3133 of
// U+3131 U+3145).
QString withoutClusters(QStringView foldedQuery);

// Whether the character is a consonant that can begin a syllable, as compatibility jamo.
bool isInitial(QChar c);

// What a folded word without clusters may mean while it is typed: itself, and with its last consonant as the
// next syllable's initial.
QStringList readingsOf(const QString& word, bool isBeingTyped);

// The characters that one character of a reading stands for, from `first` to `last`, and itself: a consonant
// for the syllables that begin with it, the last syllable typed so far for those it may become. Empty (first
// above last) where it stands for itself alone.
struct StandsFor {
    char16_t first = 1;
    char16_t last = 0;
};
StandsFor standsFor(QChar c, bool isLastTyped);

// What was typed so far, to be held against many names.
class NameQuery {
  public:
    explicit NameQuery(QStringView typed);

    // Whether it may mean `name`. Nothing: no. Otherwise a rank, 0 best: the whole name before its beginning,
    // a word's beginning and the inside (of Korean only), and letters as they are before initials. Each word
    // must be found; spaces within a name do not part it. Consonants stand for syllables that begin with
    // them; the last syllable typed may still be half composed.
    std::optional<int> rank(QStringView name) const;

  private:
    struct Word {
        QStringList readings;
        bool isBeingTyped;
    };
    std::vector<Word> m_words;
};

} // namespace bongsu
