#include "report/documenttemplate.h"

#include "domain/notice/mustache.h"

#include <QStringDecoder>

namespace bongsu {

namespace {

const QString sectionPrefix = QStringLiteral("section_");

// What may be named: an incident that has no duties has no section of them, and its template no fault.
std::set<QString> namesFor(const QString& text, TemplateForm form) {
    std::set<QString> names{QStringLiteral("title"), QStringLiteral("language"), QStringLiteral("head"),
                            QStringLiteral("foot"),  QStringLiteral("entries"),  QStringLiteral("sections")};
    if (form == TemplateForm::Html) {
        names.insert({QStringLiteral("contents"), QStringLiteral("style")});
    }
    for (const QString& name : namesIn(text)) {
        if (name.startsWith(sectionPrefix)) {
            names.insert(name);
        }
    }
    return names;
}

} // namespace

Result<QByteArray> inTemplate(const Document& document, const QByteArray& given, TemplateForm form) {
    if (given.size() > mostTemplateBytes) {
        return refuse(refusal::tooLarge, QByteArray::number(mostTemplateBytes));
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(given);
    if (decoder.hasError() || text.trimmed().isEmpty()) {
        return refuse(refusal::malformed, "template");
    }
    if (const auto fault = faultIn(text, namesFor(text, form))) {
        const auto line = QStringView(text).left(fault->at).count(u'\n') + 1;
        return refuse(refusal::malformed, "line " + QByteArray::number(line) + ": " + fault->word.toUtf8());
    }
    return rendered(text, form == TemplateForm::Html ? htmlFragments(document) : markdownFragments(document))
        .toUtf8();
}

} // namespace bongsu
