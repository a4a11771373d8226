// The register of what is to be done after incidents, with its words, as files and lists show it.
#pragma once

#include "domain/log/texts.h"
#include "domain/retro/register.h"

#include <QStringList>

namespace bongsu {

struct ToldAction {
    RegisterLine line;
    QString incident; // its title
    QString words;    // "" where erased or withheld
    QString owner;    // "": nobody
    QString addedBy;
    QString doneBy; // or who dropped it
    QString confirmedBy;
    QString evidence; // of what is done, or why it was dropped
};

// `incident`: the line's own.
ToldAction toldAction(const RegisterLine& line, const Incident& incident, const Texts& texts,
                      const Organisation& organisation);

// For spreadsheets (csvcells.h). The columns keep their order for ever; new ones come behind.
QByteArray registerCsv(const std::vector<ToldAction>& actions);
QStringList registerColumns();

// For calendars and task lists, in the language installed: one line, which says that it is a drill's; what
// else there is to know, a line for each; and words to sort by.
QString summaryOf(const ToldAction& action);
QString descriptionOf(const ToldAction& action);
QStringList categoriesOf(const ToldAction& action);

} // namespace bongsu
