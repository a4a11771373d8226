#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTranslator>

// Outside any namespace, as Qt asks. A static library's resources are linked in only where somebody names
// them.
static void nameCatalogues() {
    Q_INIT_RESOURCE(catalogues);
}

namespace bongsu {

namespace {

QString languageOf(QStringView asked) {
    for (const QString& name : {asked.toString(), QLocale::system().name()}) {
        const QString language = name.left(name.indexOf(QRegularExpression(QStringLiteral("[^A-Za-z]"))));
        if (language == u"ko" || language == u"en") {
            return language;
        }
    }
    return QStringLiteral("en");
}

// The application owns what is installed, under a name by which the next call finds and replaces it.
void replace(const QString& name, const QString& file, const QString& folder) {
    delete qApp->findChild<QTranslator*>(name, Qt::FindDirectChildrenOnly);
    auto* translator = new QTranslator(qApp);
    translator->setObjectName(name);
    // Qt's own catalogue may not be there; its buttons are English then.
    if (translator->load(file, folder)) {
        QCoreApplication::installTranslator(translator);
    }
}

} // namespace

QString installTranslations(QStringView language) {
    nameCatalogues();
    const QString chosen = languageOf(language);
    replace(QStringLiteral("qtTranslations"), QStringLiteral("qtbase_") + chosen,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    replace(QStringLiteral("bongsuTranslations"), QStringLiteral("bongsu_") + chosen,
            QStringLiteral(":/bongsu/translations"));
    return chosen;
}

Translation::Translation(QStringView language) : m_translator(std::make_unique<QTranslator>()) {
    nameCatalogues();
    if (!m_translator->load(QStringLiteral("bongsu_") + language.toString(),
                            QStringLiteral(":/bongsu/translations"))) {
        m_translator.reset(); // it holds nothing then
    }
}
Translation::~Translation() = default;

QString Translation::words(const char* context, const char* english) const {
    return m_translator ? m_translator->translate(context, english) : QString();
}

} // namespace bongsu
