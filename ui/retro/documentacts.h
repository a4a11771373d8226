// Documents of a retrospective that people sign: issuing one, reading it as a file, signing it.
#pragma once

#include "report/recordwalk.h"
#include "ui/board/pageacts.h"

namespace bongsu {

class DocumentActs : public PageActs {
    Q_OBJECT

  public:
    // The retrospective's desk of `parts` must be there.
    DocumentActs(const WindowParts& parts, ChoiceSheet& sheet, QObject* page);
    ~DocumentActs() override; // what is being made is not issued

    void issue();
    void save(const EventId& document);
    void sign(const EventId& document);
    void decline(const EventId& document);

  private:
    struct Wanted {
        LogId log;
        RetroForm form = RetroForm::Full;
        QString format{};
        std::vector<PersonId> asked{};
    };
    void askFormat(RetroForm form);
    void askSigners(const Wanted& wanted);
    void make(const Wanted& wanted);
    void makeOf(const Wanted& wanted, const RetroMaterial& material);
    void made(const Wanted& wanted, const RetroDesk::Basis& basis, const Result<QByteArray>& bytes);
    void answer(const EventId& document, Approval approval, const QString& reason);
    void write(const EventId& document, const QString& path);
    const IssuedRetro* issued(const EventId& document) const; // null: it is none
    QString suggestedPath(const IssuedRetro& document) const;

    std::shared_ptr<RecordWalk> m_walk;
};

} // namespace bongsu
