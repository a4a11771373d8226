// What is known of people beside their names: their department, and how they are reached.
#pragma once

#include "commands/request.h"

namespace bongsu {

class NodeCommands;

// `person set NAME [--department KEY] [--phone N] [--email A]`: what is not given stays; empty, it goes.
void describePerson(NodeCommands& home, const Asked& asked);
// `department PERSON KEY`: the same of the department alone.
void setDepartment(NodeCommands& home, const Asked& asked);

} // namespace bongsu
