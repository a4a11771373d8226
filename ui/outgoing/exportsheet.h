// Writing a record into a file: which form, from when to when, where to; how far it is, and what was written.
#pragma once

#include "ui/outgoing/outgoing.h"
#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace bongsu {

class ExportSheet : public Sheet {
    Q_OBJECT

  public:
    ExportSheet(const WindowParts& parts, QWidget* page);
    ~ExportSheet() override; // ends what is being written: nothing is left of it

    void openFor(const LogId& log);
    // What an authority's inspector is given: the whole record, sealed; afterwards an invite to read along.
    void openForInspection(const LogId& log);
    // Whether anybody can be invited from here.
    void setInviting(bool inviting) { m_inviting = inviting; }
    QPushButton& inviteButton() { return *m_invite; }
    QLineEdit& path() { return *m_path; }
    QComboBox& form() { return *m_form; }
    QPushButton& writeButton() { return *m_write; }
    QPushButton& cancelButton() { return *m_cancel; }
    QLineEdit& since() { return *m_since; }
    QLineEdit& until() { return *m_until; }
    bool isWriting() const { return m_writing; }
    QString message() const;
    QString about() const;

  Q_SIGNALS:
    void inviteAsked(bongsu::Permission permission); // and the sheet has closed

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void name();
    void nameForm();
    void prepare(const LogId& log, bool inspects);
    void suggestPath();
    std::optional<Permission> invited() const;
    void invite();
    void formChosen();
    void write();
    std::unique_ptr<RecordForm> formOf(const RecordRange& range) const;
    void begin(const RecordRange& range);
    void cancel();
    void stop();
    void written(const Result<ExportWritten>& how);
    void say(const QString& words, Ink ink);
    void showWriting(bool writing);

    const Journal& m_journal;
    const Clock& m_clock;
    RetroDesk* m_retro; // nothing: what people wrote is not in it
    std::optional<LogId> m_log;
    bool m_writing = false;
    bool m_inspects = false;
    bool m_inviting = false;
    std::function<void()> m_end; // what is being written, without a trace
    QLabel* m_formName;
    QComboBox* m_form;
    QLabel* m_about; // what a sealed file is, or a draft
    QLabel* m_sinceName;
    QLineEdit* m_since;
    QLabel* m_untilName;
    QLineEdit* m_until;
    QLabel* m_pathName;
    QLineEdit* m_path;
    QProgressBar* m_progress;
    QLabel* m_message;
    QPushButton* m_write;
    QPushButton* m_invite; // once there is a file for an inspector
    QPushButton* m_cancel;
};

} // namespace bongsu
