// A document in a template that an organisation wrote for itself: its own heading, order and words around the
// parts.
#pragma once

#include "report/document.h"

namespace bongsu {

enum class TemplateForm { Markdown, Html };
inline constexpr qsizetype mostTemplateBytes = 1024 * 1024;

// {{title}}, {{section_measures}}, {{#section_duties}}...{{/section_duties}} and the other parts that
// document.h names, filled in; a section that this document does not have is empty. Refusals too_large,
// malformed (not UTF-8; or "line 3: {{titel}}", a name that no document has, or a place that is not closed).
Result<QByteArray> inTemplate(const Document& document, const QByteArray& given, TemplateForm form);

} // namespace bongsu
