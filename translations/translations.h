// The language people read, chosen at start and changed while the program runs.
#pragma once

#include <QString>

#include <memory>

class QTranslator;

namespace bongsu {

// "ko" or "en" (a locale's name such as "ko_KR.UTF-8" counts as its language); anything else, or nothing, is
// the system's language, and English where that is neither. Needs a QCoreApplication, on whose thread it is
// called; widgets get QEvent::LanguageChange. Returns the language installed, "ko" or "en".
QString installTranslations(QStringView language);

// The sentences of a language beside the one installed.
class Translation {
  public:
    explicit Translation(QStringView language); // "ko"
    ~Translation();

    // "" where the catalogue does not hold it.
    QString words(const char* context, const char* english) const;

  private:
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace bongsu
