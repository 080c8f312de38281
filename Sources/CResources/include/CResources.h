// The plain-text tables of event coding, embedded byte for byte: see Data/.
#pragma once
#include <stddef.h>
