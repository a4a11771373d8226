// A document on paper: its head, its contents with their pages, its sections, its entries.
#pragma once

#include "report/document.h"
#include "ui/outgoing/paper.h"

#include <map>

namespace bongsu {

// On which page each section begins, by its key; learnt while it is laid out, for the contents of the next
// time.
using SectionPages = std::map<QString, int>;

void layDocument(Paper& paper, const Document& document, SectionPages& pages);

} // namespace bongsu
