#include "cli/arguments.h"

#include <QCoreApplication>

namespace bongsu {

std::optional<Arguments> Arguments::parse(const QStringList& words, const Usage& usage, QString& fault) {
    Arguments arguments;
    bool onlyWords = false; // after "--"
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (onlyWords || !word.startsWith(QStringLiteral("-")) || word == QStringLiteral("-")) {
            arguments.m_words.append(word);
            continue;
        }
        if (word == QStringLiteral("--")) {
            onlyWords = true;
            continue;
        }
        QString name = word.mid(word.startsWith(QStringLiteral("--")) ? 2 : 1);
        const qsizetype equals = name.indexOf(QLatin1Char('='));
        const bool hasValue = equals >= 0;
        const QString inlineValue = hasValue ? name.mid(equals + 1) : QString();
        name = hasValue ? name.left(equals) : name;
        const bool wantsValue = usage.options.contains(name + QLatin1Char('='));
        if (!wantsValue && (!usage.options.contains(name) || hasValue)) {
            fault = QCoreApplication::translate("arguments", "Unknown option: %1").arg(word);
            return std::nullopt;
        }
        if (wantsValue && !hasValue && i + 1 >= words.size()) {
            fault = QCoreApplication::translate("arguments", "%1 needs a value").arg(word);
            return std::nullopt;
        }
        arguments.m_options[name].append(!wantsValue ? QString() : hasValue ? inlineValue : words[++i]);
    }
    if (arguments.count() < usage.fewest || (usage.most >= 0 && arguments.count() > usage.most)) {
        fault = QCoreApplication::translate("arguments", "Usage: %1").arg(usage.line);
        return std::nullopt;
    }
    return arguments;
}

std::optional<QString> Arguments::value(const QString& option) const {
    const auto it = m_options.constFind(option);
    return it == m_options.constEnd() ? std::nullopt : std::optional(it->last());
}

} // namespace bongsu
