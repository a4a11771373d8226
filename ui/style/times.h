// Points in time as screens show them: the same words as in what is written and printed.
#pragma once

#include "wording/times.h"
